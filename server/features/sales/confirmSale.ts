import type { BodyOf, SaleView } from "@shared/contracts";
import type { Fact } from "@shared/domain/pay";
import { largeThan } from "@shared/domain/sale";
import { AppError } from "@shared/errors";
import { command, updateAtRevision } from "../../db";
import type { MemberActor } from "../../http";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { confirmedEvent } from "./confirmedEvent";
import { newCustomerOf } from "./newCustomer";
import { presentSale } from "./presentSale";
import { visitsBehind } from "./saleCredits";
import { allowDecision, detailOf, stateAfter } from "./saleDecision";
import { decideSale, saleCause, saleFact } from "./saleFact";
import { SaleModel, type SaleRecord } from "./saleModel";
import { findSale } from "./sales";
import { sumMeasuresOf } from "./sumMeasures";

/**
 * Confirms a sale with everything that must be true with it: the fact and its credits, the month of each member whom it
 * credits, the teams' shares of it, and the event that others react to. Safe to repeat with the same commandId.
 */
export async function confirmSale(
  deps: BookingDeps,
  request: { actor: MemberActor; saleId: string; body: BodyOf<"sales.confirm"> },
): Promise<{ sale: SaleView }> {
  const { actor, saleId, body } = request;
  const whole = { ...body, saleId };
  const readNow = () => readForDecision(deps, { actor, saleId, isAsked: body.largeAmountSeen === true });
  // Read before its turn, together with what others read who wait for theirs. It serves the first try: where the sale has changed
  // since, the write finds another revision; whoever may not decide, or has decided already, hears so when it is read again.
  let known = await readNow().catch(() => null);
  const owners = known ? known.decision.credits.map(({ memberId }) => memberId) : [];
  // All whose months it moves, taken in one order by everybody, so that two confirmations never wait for each other.
  const queue = [...owners.map(statementQueue), `sale:${saleId}`];
  // Those that may count by another day take turns with it.
  if (known?.decision.holdPayingDay) queue.push("sales:payingDay");
  return command({ actor, commandId: body.commandId, kind: "sales.confirm", body: whole, queue }, async () => {
    const { sale, unitPath, insteadOf, decision, visits, newCustomer, measures } = known ?? (await readNow());
    known = null;
    const { confirmedAt: now } = decision;
    const state = stateAfter(sale, "confirm", body.revision);
    // Read beside the decision, and only where nobody has been asked yet.
    const large = measures && largeThan(sale.amountFen, measures);
    if (large) throw new AppError("sale.confirmLarge", `sale ${saleId} is large`, { large });
    const set: Partial<SaleRecord> = {
      state,
      confirmedAt: now,
      confirmedById: actor.id,
      confirmedByName: actor.name,
      confirmedInsteadOfName: insteadOf?.name ?? null,
      footsteps: visits.map((visit) => visit._id),
    };
    const confirmed: SaleRecord = { ...sale, ...set, revision: sale.revision + 1 };
    const facts: [Fact, ...Fact[]] = [saleFact(confirmed, decision), ...(newCustomer ? [newCustomer.fact] : [])];
    const booking = await prepareBooking(deps, facts, [saleCause(confirmed)]);

    return {
      answer: { sale: presentSale(confirmed, actor, { isOwn: false, unitPath }) },
      audit: {
        action: "sale.confirm",
        subject: saleId,
        at: now,
        detail: { repId: sale.repId, ...detailOf(insteadOf) },
      },
      write: async (session) => {
        await updateAtRevision(SaleModel, { id: saleId, revision: sale.revision, set }, session);
        await decision.holdPayingDay?.(session);
        await newCustomer?.claim(session);
        await booking.write(session, [
          confirmedEvent(confirmed, facts, { booking, historyBefore: decision.historyBefore }),
        ]);
      },
    };
  });
}

/** What a confirmation is decided on. */
async function readForDecision(
  deps: BookingDeps,
  { actor, saleId, isAsked }: { actor: MemberActor; saleId: string; isAsked: boolean },
) {
  const now = deps.clock.now();
  const sale = await findSale(saleId);
  const deciding = decideSale(deps, sale, now);
  deciding.catch(() => undefined); // whoever may not decide hears of that first
  const { unitPath, insteadOf } = await allowDecision(actor, sale, now);
  const decision = await deciding;
  const [visits, newCustomer, measures] = await Promise.all([
    visitsBehind(sale, decision),
    newCustomerOf(deps, sale, decision),
    isAsked ? null : sumMeasuresOf(deps, sale.repId),
  ]);
  return { sale, unitPath, insteadOf, decision, visits, newCustomer, measures };
}
