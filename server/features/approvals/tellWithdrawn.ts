import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { findNotices, type NewNotice, told } from "../notices";
import type { SaleWithdrawn } from "../sales";
import { askIdsOf } from "./askApprovers";
import { readDeciders } from "./deciders";

/** Tells those who were asked to decide on a sale that nobody waits for them any more; nobody else. */
export const tellWithdrawn: EventHandler<SaleWithdrawn, Pick<Deps, "realNow">> = async (sale, delivery, deps) => {
  const { saleId, revision, teamId, withdrawnAt } = sale;
  const at = new Date(withdrawnAt);
  const candidateIds = await (await readDeciders(businessDayOf(at))).everybodyFor(teamId);
  const subject = { kind: "sale", subjectId: saleId, revision };
  const asks = await findNotices(candidateIds.flatMap((memberId) => askIdsOf(subject, memberId)));
  const asked = asks.filter(({ state }) => state === "sent" || state === "unknown");
  const receiverIds = [...new Set(asked.map(({ receiverId }) => receiverId))];
  const notices = receiverIds.map((receiverId): NewNotice => ({
    noticeId: `sale_withdrawn:${saleId}:${revision}:${receiverId}`,
    kind: "sale_withdrawn",
    params: sale,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at,
  }));
  return told(notices, deps);
};
