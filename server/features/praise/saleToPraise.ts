import { AppError } from "@shared/errors";
import { allow, type MemberActor } from "../../http";
import { findSale, mayPraiseSale, type SaleRecord, unitPathOf } from "../sales";

/**
 * A confirmed sale that this person may praise.
 * @throws AppError "sale.unknown", "right.missing", "sale.notConfirmed" where nobody has confirmed it
 */
export async function saleToPraise(actor: MemberActor, saleId: string): Promise<SaleRecord> {
  const sale = await findSale(saleId);
  const unitPath = await unitPathOf(sale.teamId);
  allow(mayPraiseSale(actor, { ...sale, state: "confirmed" }, unitPath), "only its leaders praise a sale");
  if (sale.state !== "confirmed") throw new AppError("sale.notConfirmed", `sale ${saleId} is ${sale.state}`);
  return sale;
}
