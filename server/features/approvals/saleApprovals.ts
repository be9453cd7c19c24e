import { oldestToDecide, pageOfSubmitted, type SaleRecord, submittedSaleIfAny, whoseSale } from "../sales";
import type { ApprovalKind, OpenApproval } from "./approvalKind";

/** Submitted sales wait for the leaders of their team. */
export const saleApprovals: ApprovalKind = {
  name: "sale",
  find: async (saleId) => {
    const sale = await submittedSaleIfAny(saleId);
    return sale && openOf(sale);
  },
  page: async (after) => {
    const { sales, next } = await pageOfSubmitted(after);
    return { open: sales.map(openOf), next };
  },
  candidatesFor: async (reader, page) => {
    const { sales, next, decidable } = await oldestToDecide(reader, page);
    return { open: sales.map(openOf), next, decidable: async () => (await decidable()).map(({ _id }) => _id) };
  },
};

function openOf(sale: SaleRecord): OpenApproval {
  const { _id: saleId, revision, teamId, repId, repName, customerName, amountFen, signedOn } = sale;
  return {
    subjectId: saleId,
    revision,
    approvers: async (deciders) => deciders.of({ unitId: teamId, ownIds: await whoseSale(sale) }),
    requestedById: repId,
    askedAt: sale.askedAt ?? sale.submittedAt,
    told: { kind: "sale", saleId, repName, customerName, amountFen, signedOn },
  };
}
