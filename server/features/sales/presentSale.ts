import type { SaleView } from "@shared/contracts";
import { decidedBy } from "@shared/domain/deciderName";
import type { MemberActor } from "../../http";
import { mayDecideSale, mayPraiseSale } from "./policy";
import type { SaleRecord } from "./saleModel";

/**
 * A sale as this reader sees it. Pay is not part of it: each sees only his own, on 收入.
 * @param isOwn whether the reader recorded it or is credited with a part of it
 * @param unitPath the sale's team and all units above it; `standsIn`: decides on it in the place of a leader who is away
 */
export function presentSale(
  sale: SaleRecord,
  reader: MemberActor,
  { isOwn, unitPath, standsIn }: { isOwn: boolean; unitPath: readonly string[]; standsIn?: boolean },
): SaleView {
  return {
    saleId: sale._id,
    customerId: sale.customerId,
    customerName: sale.customerName,
    rep: { memberId: sale.repId, name: sale.repName },
    amountFen: sale.amountFen,
    signedOn: sale.signedOn,
    contractNo: sale.contractNo ?? null,
    state: sale.state,
    revision: sale.revision,
    submittedAt: sale.submittedAt.toISOString(),
    // Of one that has come back, or was taken back then, it says since when that is so.
    resubmittedAt:
      sale.state === "submitted" || sale.state === "confirmed" ? (sale.askedAt?.toISOString() ?? null) : null,
    confirmedAt: sale.confirmedAt?.toISOString() ?? null,
    confirmedByName: confirmedBy(sale, reader),
    returnReason: sale.returnReason ?? null,
    mayDecide: sale.state === "submitted" && (standsIn === true || mayDecideSale(reader, { isOwn }, unitPath)),
    mayPraise: mayPraiseSale(reader, { state: sale.state, isOwn }, unitPath),
  };
}

const confirmedBy = (
  { confirmedByName: byName, confirmedInsteadOfName: insteadOfName }: SaleRecord,
  { language }: MemberActor,
): string | null => (byName ? decidedBy({ byName, insteadOfName }, language) : null);
