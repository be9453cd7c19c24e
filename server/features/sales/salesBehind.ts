import type { LineSaleView } from "@shared/contracts";
import { type Footstep, footstepsByVisitId } from "../visits";
import { findSales } from "./sales";

interface SaleBehind {
  view: Omit<LineSaleView, "allocatedFen">;
  /** Those of the view, with whose they are: not all of them are the reader's. */
  footsteps: Footstep[];
}

/** Sales behind a line of pay, with the visits and check-ins that they stand on: a few indexed reads for any number. */
export async function salesBehind(saleIds: readonly string[]): Promise<Map<string, SaleBehind>> {
  const sales = await findSales(saleIds);
  const footsteps = await footstepsByVisitId(sales.flatMap((sale) => sale.footsteps));
  return new Map(
    sales.map((sale) => {
      const ofSale = sale.footsteps.flatMap((visitId) => footsteps.get(visitId) ?? []);
      const view = {
        saleId: sale._id,
        customerName: sale.customerName,
        amountFen: sale.amountFen,
        signedOn: sale.signedOn,
        confirmedAt: sale.confirmedAt?.toISOString() ?? null,
        footsteps: ofSale.map((footstep) => footstep.view),
      };
      return [sale._id, { view, footsteps: ofSale }];
    }),
  );
}
