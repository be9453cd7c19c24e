import type { BodyOf, SaleView } from "@shared/contracts";
import type { Fact } from "@shared/domain/pay";
import { command, updateAtRevision } from "../../db";
import type { MemberActor } from "../../http";
import { type BookingDeps, prepareBooking, statementQueue } from "../statements";
import { allowDecision, stateAfter } from "./changeSale";
import { confirmedEvent } from "./confirmedEvent";
import { newCustomerOf } from "./newCustomer";
import { presentSale } from "./presentSale";
import { ownerIdsOf, visitsBehind } from "./saleCredits";
import { decideSale, saleCause, saleFact } from "./saleFact";
import { SaleModel, type SaleRecord } from "./saleModel";
import { findSale } from "./sales";

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
  // All whose months it moves, taken in one order by everybody, so that two confirmations never wait for each other.
  const asked = await findSale(saleId);
  const queue = [...(await ownerIdsOf(deps, asked)).map(statementQueue), `sale:${saleId}`];
  // It serves the first try: where the sale has changed since, the write finds another revision, and it is read again.
  let known: SaleRecord | null = asked;
  return command({ actor, commandId: body.commandId, kind: "sales.confirm", body: whole, queue }, async () => {
    const now = deps.clock.now();
    const sale = known ?? (await findSale(saleId));
    known = null;
    const deciding = decideSale(deps, sale, now);
    deciding.catch(() => undefined); // whoever may not decide hears of that first
    const unitPath = await allowDecision(actor, sale);
    const state = stateAfter(sale, "confirm", body.revision);
    const decision = await deciding;
    const [visits, newCustomer] = await Promise.all([
      visitsBehind(sale, decision.credits),
      newCustomerOf(deps, sale, decision),
    ]);
    const set: Partial<SaleRecord> = {
      state,
      confirmedAt: now,
      confirmedById: actor.id,
      confirmedByName: actor.name,
      footsteps: visits.map((visit) => visit._id),
    };
    const confirmed: SaleRecord = { ...sale, ...set, revision: sale.revision + 1 };
    const facts: [Fact, ...Fact[]] = [saleFact(confirmed, decision), ...(newCustomer ? [newCustomer.fact] : [])];
    const booking = await prepareBooking(deps, facts, saleCause(confirmed));

    return {
      answer: { sale: presentSale(confirmed, actor, { isOwn: false, unitPath }) },
      audit: { action: "sale.confirm", subject: saleId, at: now, detail: { repId: sale.repId } },
      write: async (session) => {
        await updateAtRevision(SaleModel, { id: saleId, revision: sale.revision, set }, session);
        await newCustomer?.claim(session);
        await booking.write(session, [confirmedEvent(confirmed, facts, booking)]);
      },
    };
  });
}
