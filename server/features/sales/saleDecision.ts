import { nextSaleState, type SaleAction } from "@shared/domain/sale";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { allow, type MemberActor } from "../../http";
import { standsInFor } from "../absences";
import { leadsSale, mayDecideSale } from "./policy";
import { isOwnSale, whoseSale } from "./saleCredits";
import type { SaleRecord, SaleState } from "./saleModel";
import { unitPathOf } from "./unitPaths";

/**
 * The state that an action leads to. The state is judged before the revision, so that whoever is late hears what happened
 * to the sale rather than only that something did.
 * @throws AppError "sale.alreadyConfirmed", "sale.alreadyReturned", "sale.notSubmitted" or "stale"
 */
export function stateAfter(sale: SaleRecord, action: SaleAction, revision: number): SaleState {
  const next = nextSaleState(sale.state, action);
  const details = { revision: sale.revision, state: sale.state };
  if ("fault" in next) throw new AppError(next.fault, `sale ${sale._id} is ${sale.state}`, details);
  if (sale.revision !== revision) throw new AppError("stale", `sale ${sale._id} is at ${sale.revision}`, details);
  return next.state;
}

/** The units above a sale's team, and in whose place somebody decides on it; null: by their own right. */
export interface RightToDecide {
  unitPath: string[];
  insteadOf: Pick<MemberActor, "id" | "name"> | null;
}

/** What the audit entry of a decision says of it. */
export const detailOf = (insteadOf: RightToDecide["insteadOf"]): Record<string, unknown> =>
  insteadOf === null ? {} : { insteadOfId: insteadOf.id };

/**
 * Nobody decides on a sale of their own, recorded or credited; others need to lead its team or a unit above it, be of finance, or be the
 * deputy of a leader who is away and whose own it is not.
 * @param now business time
 */
export async function allowDecision(actor: MemberActor, sale: SaleRecord, now: Date): Promise<RightToDecide> {
  const isOwn = await isOwnSale(sale, actor.id);
  if (isOwn) throw new AppError("sale.ownConfirmation", "nobody decides on an own sale");
  const unitPath = await unitPathOf(sale.teamId);
  if (mayDecideSale(actor, { isOwn }, unitPath)) return { unitPath, insteadOf: null };
  const insteadOf = await decidesInsteadOf(actor, sale, { unitPath, now });
  allow(insteadOf !== null, "only leaders above the sale's team and finance decide on it");
  return { unitPath, insteadOf };
}

/** The absent leader in whose place somebody decides on a sale; null where it is nobody's. @param now business time */
export async function decidesInsteadOf(
  actor: MemberActor,
  sale: SaleRecord,
  { unitPath, now }: { unitPath: readonly string[]; now: Date },
): Promise<MemberActor | null> {
  const absent = await standsInFor(actor, businessDayOf(now));
  const leading = absent.filter((leader) => leadsSale(leader, unitPath));
  if (leading.length === 0) return null;
  const ownIds = await whoseSale(sale);
  if (ownIds.includes(actor.id)) return null;
  return leading.find(({ id }) => !ownIds.includes(id)) ?? null;
}
