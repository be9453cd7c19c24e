import type { MemberActor } from "../../http";
import { findUnits, unitAndBelow } from "../members";
import { mayAuditSales } from "./policy";
import { SaleModel, type SaleRecord } from "./saleModel";

/** How much of a number has to be typed: less is in every other one. */
const lengthMin = 3;
/** So many are read at a time, and so many times at most: of those that begin alike in a whole company few are a leader's. */
const batchSize = 200;
const batchesMax = 5;

/**
 * Sales whose contract's number begins so, among those that the person may read: one's own, those of teams that one leads, and all for
 * finance and auditors. By number; whoever leads types on where a whole company's numbers begin alike.
 */
export async function findSalesByContract(actor: MemberActor, words: string, max: number): Promise<SaleRecord[]> {
  const typed = words.trim();
  if (typed.length < lengthMin) return [];
  // Numbers are typed small and written large.
  const beginnings = [...new Set([typed, typed.toUpperCase()])];
  const isOfTheirs = await ofTeams(actor);
  const found = await Promise.all(
    beginnings.flatMap((beginning) => [
      beginWith({ repId: actor.id }, beginning, max, () => true),
      ...(isOfTheirs ? [beginWith({}, beginning, max, isOfTheirs)] : []),
    ]),
  );
  const sales = new Map(found.flat().map((sale) => [sale._id, sale]));
  return [...sales.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, max);
}

const keyOf = ({ contractNo, _id }: SaleRecord): string => `${contractNo} ${_id}`;

/** Which of others' sales they may read; null: none. */
async function ofTeams(actor: MemberActor): Promise<((sale: SaleRecord) => boolean) | null> {
  if (actor.roles.includes("finance") || mayAuditSales(actor)) return () => true;
  if (actor.leads.length === 0) return null;
  const units = await findUnits();
  const teamIds = new Set(actor.leads.flatMap((led) => unitAndBelow(units, led).map(({ unitId }) => unitId)));
  return ({ teamId }) => teamIds.has(teamId);
}

async function beginWith(
  whose: { repId?: string },
  beginning: string,
  max: number,
  keep: (sale: SaleRecord) => boolean,
): Promise<SaleRecord[]> {
  const found: SaleRecord[] = [];
  let from = beginning;
  for (let batches = 0; batches < batchesMax; batches += 1) {
    const contractNo = { [batches === 0 ? "$gte" : "$gt"]: from, $lt: `${beginning}\uffff` };
    const batch = await SaleModel.find({ ...whose, contractNo })
      .sort({ contractNo: 1 })
      .limit(batchSize)
      .lean<SaleRecord[]>();
    found.push(...batch.filter(keep));
    if (batch.length < batchSize || found.length >= max) break;
    from = batch[batch.length - 1]?.contractNo ?? from;
  }
  return found;
}
