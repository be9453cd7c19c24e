import type { BodyOf, SaleView } from "@shared/contracts";
import { saleFaults, type SaleDraft } from "@shared/domain/sale";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { command, insert } from "../../db";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { findCustomer } from "../customers";
import { unitOfMember } from "../members";
import { maySubmitSale } from "./policy";
import { presentSale } from "./presentSale";
import { SaleModel, type SaleRecord } from "./saleModel";

/** Records a sale and puts it before whoever decides. It is no fact and pays nothing yet. */
export function submitSale(
  deps: Pick<Deps, "clock">,
  request: { actor: MemberActor; body: BodyOf<"sales.submit"> },
): Promise<{ sale: SaleView }> {
  const { actor, body } = request;
  return command({ actor, commandId: body.commandId, kind: "sales.submit", body }, async () => {
    const now = deps.clock.now();
    allow(maySubmitSale(actor), "only members of a sales team record sales");
    const draft = await checkDraft(actor, body, now);
    if (await SaleModel.findOne({ _id: body.saleId }).lean()) {
      throw new AppError("command.reused", `there is a sale ${body.saleId} already`);
    }
    const sale = submittedSale({ _id: body.saleId, repId: actor.id, repName: actor.name, submittedAt: now, ...draft });
    return {
      answer: { sale: presentSale(sale, actor, { isOwn: true, unitPath: [sale.teamId] }) },
      audit: { action: "sale.submit", subject: sale._id, at: now },
      write: (session) => insert(SaleModel, sale, session),
    };
  });
}

type Draft = Pick<SaleRecord, "customerId" | "customerName" | "amountFen" | "signedOn" | "contractNo" | "teamId">;

/** A sale as it is stored when it has been put before the deciders, and nobody has decided. */
export const submittedSale = (
  sale: Draft & Pick<SaleRecord, "_id" | "repId" | "repName" | "submittedAt">,
): SaleRecord => ({
  ...sale,
  schemaVersion: 1,
  stream: null,
  state: "submitted",
  confirmedAt: null,
  confirmedById: null,
  confirmedByName: null,
  returnReason: null,
  footsteps: [],
  sortKey: sortKeyOf(sale.submittedAt, sale._id),
  revision: 1,
});

export const sortKeyOf = (at: Date, saleId: string) => `${at.toISOString()}:${saleId}`;

/**
 * What a sale's form says, checked by the rules of `shared/domain/sale` and against the customers that one serves; with
 * the team of the day it was signed, which decides on it and gets it.
 */
export async function checkDraft(
  { id: memberId, teamId: teamToday }: MemberActor,
  body: SaleDraft & { contractNo: string | null },
  now: Date,
): Promise<Draft> {
  const [fault, ...more] = saleFaults(body, businessDayOf(now));
  if (fault) throw new AppError(fault.code, `the sale breaks ${fault.code}`, { fields: [fault, ...more] });
  const customer = await findCustomer(body.customerId);
  if (!customer.servedByIds.includes(memberId)) {
    throw new AppError("customer.unknown", `${memberId} does not serve ${body.customerId}`);
  }
  const { customerId, amountFen, signedOn, contractNo } = body;
  // Somebody who joined after the contract sells for the team of today.
  const teamId = (await unitOfMember(memberId, signedOn)) ?? teamToday;
  allow(teamId !== null, "no team on the day of the contract");
  return { customerId, customerName: customer.shortName, amountFen, signedOn, contractNo, teamId };
}
