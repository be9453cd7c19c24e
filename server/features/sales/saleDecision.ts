import { nextSaleState, type SaleAction } from "@shared/domain/sale";
import { AppError } from "@shared/errors";
import { allow, type MemberActor } from "../../http";
import { mayDecideSale } from "./policy";
import { isOwnSale } from "./saleCredits";
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

/** Nobody decides on a sale of their own, recorded or credited; others need to lead its team or a unit above it, or be of finance. */
export async function allowDecision(actor: MemberActor, sale: SaleRecord): Promise<string[]> {
  const isOwn = await isOwnSale(sale, actor.id);
  if (isOwn) throw new AppError("sale.ownConfirmation", "nobody decides on an own sale");
  const unitPath = await unitPathOf(sale.teamId);
  allow(mayDecideSale(actor, { isOwn }, unitPath), "only leaders above the sale's team and finance decide on it");
  return unitPath;
}
