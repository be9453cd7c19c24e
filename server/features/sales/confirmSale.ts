import type { BodyOf, SaleView } from "@shared/contracts";
import { command, updateAtRevision } from "../../db";
import type { Deps } from "../../deps";
import type { SessionMember } from "../../http";
import { emit } from "../../outbox";
import { prepareBooking, statementQueue } from "../statements";
import { effectiveVisitsUpTo } from "../visits";
import { allowDecision, stateAfter } from "./changeSale";
import { confirmedEvent } from "./confirmedEvent";
import { newCustomerOf } from "./newCustomer";
import { presentSale } from "./presentSale";
import { saleFact } from "./saleFact";
import { SaleModel, type SaleRecord } from "./saleModel";
import { findSale } from "./sales";

/**
 * Confirms a sale with everything that must be true with it: the fact and its credit, the rep's month, the team's share of
 * it, and the event that others react to. Safe to repeat with the same commandId.
 */
export async function confirmSale(
  deps: Pick<Deps, "clock">,
  request: { member: SessionMember; saleId: string; body: BodyOf<"sales.confirm"> },
): Promise<{ sale: SaleView }> {
  const { member, saleId, body } = request;
  const { repId } = await findSale(saleId);
  const whole = { ...body, saleId };
  const queue = statementQueue(repId);
  return command(
    { memberId: member.memberId, commandId: body.commandId, kind: "sales.confirm", body: whole, queue },
    async () => {
      const now = deps.clock.now();
      const sale = await findSale(saleId);
      const unitPath = await allowDecision(member, sale);
      const state = stateAfter(sale, "confirm", body.revision);
      const visits = await effectiveVisitsUpTo(sale.repId, sale.customerId, sale.signedOn);
      const set: Partial<SaleRecord> = {
        state,
        confirmedAt: now,
        confirmedById: member.memberId,
        confirmedByName: member.name,
        footsteps: visits.map((visit) => visit._id),
      };
      const confirmed: SaleRecord = { ...sale, ...set, revision: sale.revision + 1 };

      const newCustomer = await newCustomerOf(confirmed, now);
      const booking = await prepareBooking(deps, [
        saleFact(confirmed, now),
        ...(newCustomer ? [newCustomer.fact] : []),
      ]);

      return {
        answer: { sale: presentSale(confirmed, member, unitPath) },
        audit: { action: "sale.confirm", subject: saleId, at: now, detail: { repId: sale.repId } },
        write: async (session) => {
          await updateAtRevision(SaleModel, { id: saleId, revision: sale.revision, set }, session);
          await newCustomer?.claim(session);
          await booking.write(session);
          await emit(confirmedEvent(confirmed, booking, now), session);
        },
      };
    },
  );
}
