import type { BodyOf, SaleView } from "@shared/contracts";
import { nextSaleState, type SaleAction } from "@shared/domain/sale";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { mayChangeSale, mayDecideSale } from "./policy";
import { presentSale } from "./presentSale";
import { isOwnSale } from "./saleCredits";
import { SaleModel, type SaleRecord, type SaleState } from "./saleModel";
import { findSale } from "./sales";
import { checkDraft } from "./submitSale";
import { unitPathOf } from "./unitPaths";

type Change<Body> = { actor: MemberActor; saleId: string; body: Body };

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

/** Gives a submitted sale back to its rep with the reason. */
export function returnSale(
  deps: Pick<Deps, "clock">,
  { actor, saleId, body }: Change<BodyOf<"sales.return">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.return", body }, async (sale) => {
    await allowDecision(actor, sale);
    return { state: stateAfter(sale, "return", body.revision), returnReason: body.reason };
  });
}

/** Puts a returned sale before the decider again, corrected. */
export function resubmitSale(
  deps: Pick<Deps, "clock">,
  { actor, saleId, body }: Change<BodyOf<"sales.resubmit">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.resubmit", body }, async (sale, now) => {
    allow(mayChangeSale(actor, sale), "only its own rep corrects a sale");
    const state = stateAfter(sale, "resubmit", body.revision);
    return { ...(await checkDraft(actor, body, now)), state, returnReason: null };
  });
}

/** Takes back a sale of one's own that nobody has confirmed. */
export function withdrawSale(
  deps: Pick<Deps, "clock">,
  { actor, saleId, body }: Change<BodyOf<"sales.withdraw">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.withdraw", body }, async (sale) => {
    allow(mayChangeSale(actor, sale), "only its own rep withdraws a sale");
    return { state: stateAfter(sale, "withdraw", body.revision) };
  });
}

function changeSale(
  deps: Pick<Deps, "clock">,
  request: { actor: MemberActor; saleId: string; kind: string; body: { commandId: string; revision: number } },
  decide: (sale: SaleRecord, now: Date) => Promise<Partial<SaleRecord>>,
): Promise<{ sale: SaleView }> {
  const { actor, saleId, kind, body } = request;
  // The path belongs to what was commanded: the same id for another sale is another command.
  const whole = { ...body, saleId };
  return command({ actor, commandId: body.commandId, kind, body: whole }, async () => {
    const now = deps.clock.now();
    const sale = await findSale(saleId);
    const set = await decide(sale, now);
    const changed = { ...sale, ...set, revision: sale.revision + 1 };
    // Whoever has decided on it owns no part of it.
    const seen = { isOwn: sale.repId === actor.id, unitPath: await unitPathOf(changed.teamId) };
    return {
      answer: { sale: presentSale(changed, actor, seen) },
      audit: { action: kind, subject: saleId, at: now },
      write: (session) => updateAtRevision(SaleModel, { id: saleId, revision: sale.revision, set }, session),
    };
  });
}
