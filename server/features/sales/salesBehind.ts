import type { LineSaleView } from "@shared/contracts";
import { footstepsByVisitId } from "../visits";
import { findSales } from "./sales";

/** Sales behind a line of pay, with the visits and check-ins that they stand on: a few indexed reads for any number. */
export async function salesBehind(
  saleIds: readonly string[],
): Promise<Map<string, Omit<LineSaleView, "allocatedFen">>> {
  const sales = await findSales(saleIds);
  const footsteps = await footstepsByVisitId(sales.flatMap((sale) => sale.footsteps));
  return new Map(
    sales.map((sale) => [
      sale._id,
      {
        saleId: sale._id,
        customerName: sale.customerName,
        amountFen: sale.amountFen,
        signedOn: sale.signedOn,
        confirmedAt: sale.confirmedAt?.toISOString() ?? null,
        footsteps: sale.footsteps.flatMap((visitId) => footsteps.get(visitId)?.view ?? []),
      },
    ]),
  );
}
