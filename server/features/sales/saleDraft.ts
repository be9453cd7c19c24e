import { largeThan, saleFaults, type SaleDraft, type SumMeasures } from "@shared/domain/sale";
import { businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { customerOfSale, servedOnAny } from "../customers";
import { unitOfMember } from "../members";
import type { SaleRecord } from "./saleModel";
import { sumMeasuresOf } from "./sumMeasures";

export type CheckedDraft = Pick<
  SaleRecord,
  "customerId" | "customerName" | "amountFen" | "signedOn" | "contractNo" | "teamId"
>;

/** A sale as it is stored when it has been put before the deciders, and nobody has decided. */
export const submittedSale = (
  sale: CheckedDraft & Pick<SaleRecord, "_id" | "repId" | "repName" | "submittedAt">,
): SaleRecord => ({
  ...sale,
  schemaVersion: 1,
  stream: null,
  state: "submitted",
  askedAt: null,
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
 * What a sale's form says, checked by the rules of `shared/domain/sale` and against the customers that one serves, or did on its day; with
 * the team of the day it was signed, which decides on it and gets it.
 */
export async function checkDraft(
  deps: Pick<Deps, "clock" | "settings">,
  { id: memberId, teamId: teamToday }: MemberActor,
  body: SaleDraft & { contractNo: string | null; largeAmountSeen?: boolean },
): Promise<CheckedDraft> {
  const limitFen = deps.settings.SALE_LIMIT_YUAN * 100;
  // Whoever has been asked is not measured again.
  const measures: SumMeasures = body.largeAmountSeen ? { limitFen } : await sumMeasuresOf(deps, memberId);
  const [fault, ...more] = saleFaults(body, businessDayOf(deps.clock.now()), measures);
  if (fault) {
    // A phone that was away may know an older limit.
    const details = { fields: [fault, ...more], limitFen, large: largeThan(body.amountFen, measures) };
    throw new AppError(fault.code, `the sale breaks ${fault.code}`, details);
  }
  const customer = await customerOfSale(body.customerId, { memberId, signedOn: body.signedOn });
  // A contract of the last day before a handover may be recorded after it: its credits are those of its day.
  if (!customer.servedByIds.includes(memberId) && !servedOnAny(customer, memberId, [body.signedOn])) {
    throw new AppError("customer.unknown", `${memberId} does not serve ${body.customerId}`);
  }
  const { amountFen, signedOn, contractNo } = body;
  // Somebody who joined after the contract sells for the team of today.
  const teamId = (await unitOfMember(memberId, signedOn)) ?? teamToday;
  allow(teamId !== null, "no team on the day of the contract");
  return { customerId: customer._id, customerName: customer.shortName, amountFen, signedOn, contractNo, teamId };
}
