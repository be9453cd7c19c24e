import type { MemberActor } from "../../http";
import { findUnits, unitAndBelow } from "../members";
import { mayReadAllSales } from "./policy";
import { readOwnSales } from "./saleCredits";
import { SaleModel, type SaleRecord } from "./saleModel";

/** How much of a number has to be typed: less is in every other one. */
const lengthMin = 3;
/** So many are read at a time, and so many times at most: of those that begin alike in a whole company few are a leader's. */
const batchSize = 200;
const batchesMax = 5;

/**
 * Sales whose contract's number begins so, among those that the person may read: one's own, also those that are credited to one where
 * somebody else has recorded them, those of teams that one leads, and all for finance and auditors. By number; whoever sells or leads types
 * on where a whole company's numbers begin alike.
 */
export async function findSalesByContract(actor: MemberActor, words: string, max: number): Promise<SaleRecord[]> {
  const typed = words.trim();
  if (typed.length < lengthMin) return [];
  // Numbers are typed small and written large.
  const beginnings = [...new Set([typed, typed.toUpperCase()])];
  const ofOthers = await theirsAmong(actor);
  const found = await Promise.all(
    beginnings.flatMap((beginning) => [
      beginWith({ repId: actor.id }, beginning, max, (sales) => sales),
      ...(ofOthers ? [beginWith({}, beginning, max, ofOthers)] : []),
    ]),
  );
  const sales = new Map(found.flat().map((sale) => [sale._id, sale]));
  return [...sales.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, max);
}

const keyOf = ({ contractNo, _id }: SaleRecord): string => `${contractNo} ${_id}`;

type Among = (sales: SaleRecord[]) => SaleRecord[] | Promise<SaleRecord[]>;

/** Those that they may read among everybody's; null: none but what they have recorded. */
async function theirsAmong(actor: MemberActor): Promise<Among | null> {
  if (mayReadAllSales(actor)) return (sales) => sales;
  if (actor.teamId === null && actor.leads.length === 0) return null;
  const units = actor.leads.length > 0 ? await findUnits() : null;
  const teamIds = new Set(
    units ? actor.leads.flatMap((led) => unitAndBelow(units, led).map(({ unitId }) => unitId)) : [],
  );
  return async (sales) => {
    const others = sales.filter(({ teamId }) => !teamIds.has(teamId));
    const isOwn = others.length === 0 ? () => false : await readOwnSales(others, actor.id);
    return sales.filter((sale) => teamIds.has(sale.teamId) || isOwn(sale));
  };
}

async function beginWith(
  whose: { repId?: string },
  beginning: string,
  max: number,
  among: Among,
): Promise<SaleRecord[]> {
  const found: SaleRecord[] = [];
  let from = beginning;
  for (let batches = 0; batches < batchesMax; batches += 1) {
    const contractNo = { [batches === 0 ? "$gte" : "$gt"]: from, $lt: `${beginning}\uffff` };
    const batch = await SaleModel.find({ ...whose, contractNo })
      .sort({ contractNo: 1 })
      .limit(batchSize)
      .lean<SaleRecord[]>();
    found.push(...(await among(batch)));
    if (batch.length < batchSize || found.length >= max) break;
    from = batch[batch.length - 1]?.contractNo ?? from;
  }
  return found;
}
