import { SaleModel, type SaleRecord } from "./saleModel";

/** More equal ones than that are nobody's slip. */
const equalMax = 20;

/**
 * Another sale of the same rep that this one may be, written down twice; those that were taken back are none. Its rep is asked about it, and
 * whoever confirms hears of it.
 */
export async function findEqualSale({
  _id: saleId,
  repId,
  customerId,
  signedOn,
  amountFen,
}: Pick<SaleRecord, "_id" | "repId" | "customerId" | "signedOn" | "amountFen">): Promise<SaleRecord | null> {
  const equal = await SaleModel.find({ repId, customerId, signedOn, amountFen }).limit(equalMax).lean();
  return equal.find(({ _id, state }) => _id !== saleId && state !== "cancelled") ?? null;
}
