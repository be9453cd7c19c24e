import { AppError } from "@shared/errors";
import { allow, type MemberActor } from "../../http";
import { findSale, isOwnSale, mayPraiseSale, type SaleRecord, unitPathOf } from "../sales";

/**
 * A confirmed sale that this person may praise.
 * @throws AppError "sale.unknown", "right.missing", "sale.notConfirmed" where nobody has confirmed it
 */
export async function saleToPraise(actor: MemberActor, saleId: string): Promise<SaleRecord> {
  const sale = await findSale(saleId);
  const [unitPath, isOwn] = await Promise.all([unitPathOf(sale.teamId), isOwnSale(sale, actor.id)]);
  allow(mayPraiseSale(actor, { state: "confirmed", isOwn }, unitPath), "only its leaders praise a sale");
  if (sale.state !== "confirmed") throw new AppError("sale.notConfirmed", `sale ${saleId} is ${sale.state}`);
  return sale;
}
