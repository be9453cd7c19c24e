import type { BodyOf, SaleView } from "@shared/contracts";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { emit, type NewEvent } from "../../outbox";
import { mayChangeSale } from "./policy";
import { presentSale } from "./presentSale";
import { returnedEvent, submittedEvent, withdrawnEvent } from "./saleEvents";
import { allowDecision, detailOf, stateAfter } from "./saleDecision";
import { checkDraft } from "./saleDraft";
import { SaleModel, type SaleRecord } from "./saleModel";
import { findSale } from "./sales";
import { unitPathOf } from "./unitPaths";

type Change<Body> = { actor: MemberActor; saleId: string; body: Body };

/** Gives a submitted sale back to its rep with the reason. */
export function returnSale(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, saleId, body }: Change<BodyOf<"sales.return">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.return", body }, async (sale, now) => {
    const { insteadOf } = await allowDecision(actor, sale, now);
    const { reason } = body;
    return {
      detail: detailOf(insteadOf),
      set: { state: stateAfter(sale, "return", body.revision), returnReason: reason, askedAt: now },
      tell: (changed) =>
        returnedEvent(changed, {
          reason,
          returnedByName: actor.name,
          insteadOfName: insteadOf?.name ?? null,
          returnedAt: now.toISOString(),
        }),
    };
  });
}

/** Puts a returned sale before the decider again, corrected. */
export function resubmitSale(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  { actor, saleId, body }: Change<BodyOf<"sales.resubmit">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.resubmit", body }, async (sale, now) => {
    allow(mayChangeSale(actor, sale), "only its own rep corrects a sale");
    const state = stateAfter(sale, "resubmit", body.revision);
    const draft = await checkDraft(deps, actor, body);
    return { set: { ...draft, ...askedAgain(sale, now), state }, tell: submittedEvent };
  });
}

/** What came back keeps, for whoever decides on it again, what it said then and why it came back. */
function askedAgain(sale: SaleRecord, now: Date): Pick<SaleRecord, "returnReason" | "askedAt" | "sentBack"> {
  const { returnReason: reason, customerId, customerName, amountFen, signedOn, contractNo } = sale;
  const sentBack = reason ? { reason, customerId, customerName, amountFen, signedOn, contractNo } : sale.sentBack;
  return { returnReason: null, askedAt: now, sentBack };
}

/** Takes back a sale of one's own that nobody has confirmed. */
export function withdrawSale(
  deps: Pick<Deps, "clock" | "realNow">,
  { actor, saleId, body }: Change<BodyOf<"sales.withdraw">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.withdraw", body }, async (sale, now) => {
    allow(mayChangeSale(actor, sale), "only its own rep withdraws a sale");
    const set = { state: stateAfter(sale, "withdraw", body.revision) };
    // A returned one waits for its rep alone.
    return sale.state === "submitted" ? { set, tell: () => withdrawnEvent(sale, now) } : { set };
  });
}

/** Undoes a withdrawal, which may have been a wrong tap: the sale is judged anew as it stands, and waits for a decision again. */
export function restoreSale(
  deps: Pick<Deps, "clock" | "realNow" | "settings">,
  { actor, saleId, body }: Change<BodyOf<"sales.restore">>,
): Promise<{ sale: SaleView }> {
  return changeSale(deps, { actor, saleId, kind: "sales.restore", body }, async (sale, now) => {
    allow(mayChangeSale(actor, sale), "only its own rep restores a sale");
    const state = stateAfter(sale, "restore", body.revision);
    const { customerId, amountFen, signedOn } = sale;
    // A large amount was confirmed when it was recorded.
    const asItWas = { customerId, amountFen, signedOn, contractNo: sale.contractNo ?? null, largeAmountSeen: true };
    const draft = await checkDraft(deps, actor, asItWas);
    return { set: { ...draft, ...askedAgain(sale, now), state }, tell: submittedEvent };
  });
}

interface Decided {
  set: Partial<SaleRecord>;
  /** What the audit entry says beside. */
  detail?: Record<string, unknown>;
  /** Who hears of it, where somebody has to. */
  tell?: (changed: SaleRecord) => NewEvent;
}

function changeSale(
  deps: Pick<Deps, "clock" | "realNow">,
  request: { actor: MemberActor; saleId: string; kind: string; body: { commandId: string; revision: number } },
  decide: (sale: SaleRecord, now: Date) => Promise<Decided>,
): Promise<{ sale: SaleView }> {
  const { actor, saleId, kind, body } = request;
  // The path belongs to what was commanded: the same id for another sale is another command.
  const whole = { ...body, saleId };
  return command({ actor, commandId: body.commandId, kind, body: whole }, async () => {
    const now = deps.clock.now();
    const sale = await findSale(saleId);
    const { set, detail, tell } = await decide(sale, now);
    const changed = { ...sale, ...set, revision: sale.revision + 1 };
    // Whoever has decided on it owns no part of it.
    const seen = { isOwn: sale.repId === actor.id, unitPath: await unitPathOf(changed.teamId) };
    return {
      answer: { sale: presentSale(changed, actor, seen) },
      audit: { action: kind, subject: saleId, at: now, ...(detail && { detail }) },
      write: async (session) => {
        await updateAtRevision(SaleModel, { id: saleId, revision: sale.revision, set }, session);
        if (tell) await emit(tell(changed), session, deps.realNow());
      },
    };
  });
}
