import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { hasReached, type NewNotice, noticesAbout, told } from "../notices";
import type { SaleWithdrawn } from "../sales";
import { aboutApproval } from "./settleAsked";

/** Tells those who were asked to decide on a sale that nobody waits for them any more; nobody else. */
export const tellWithdrawn: EventHandler<SaleWithdrawn, Pick<Deps, "realNow">> = async (sale, delivery, deps) => {
  const { saleId, revision, withdrawnAt } = sale;
  const said = await noticesAbout(aboutApproval("sale", saleId));
  const asked = said.filter(
    (notice) => notice.kind === "approval_ask" && notice.params.revision === revision && hasReached(notice),
  );
  const notices = [...new Set(asked.map(({ receiverId }) => receiverId))].map((receiverId): NewNotice => ({
    noticeId: `sale_withdrawn:${saleId}:${revision}:${receiverId}`,
    kind: "sale_withdrawn",
    params: sale,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at: new Date(withdrawnAt),
  }));
  return told(notices, deps);
};
