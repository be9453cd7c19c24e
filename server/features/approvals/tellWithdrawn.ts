import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { EventHandler } from "../../outbox";
import { findNotices, type NewNotice, told } from "../notices";
import { findSale, type SaleWithdrawn } from "../sales";
import { askIdsOf } from "./askApprovers";
import { readDeciders } from "../absences";

/** Tells those who were asked to decide on a sale that nobody waits for them any more; nobody else. */
export const tellWithdrawn: EventHandler<SaleWithdrawn, Pick<Deps, "realNow">> = async (sale, delivery, deps) => {
  const { saleId, revision, teamId, withdrawnAt } = sale;
  const at = new Date(withdrawnAt);
  const { askedAt, submittedAt } = await findSale(saleId);
  const candidateIds = new Set<string>();
  // Whoever was asked then may be none of those who decide now: a deputy, or who has led the team.
  for (const day of daysBetween(businessDayOf(askedAt ?? submittedAt), businessDayOf(at))) {
    for (const memberId of await (await readDeciders(day)).everybodyFor(teamId)) candidateIds.add(memberId);
  }
  const subject = { kind: "sale", subjectId: saleId, revision };
  const asks = await findNotices([...candidateIds].flatMap((memberId) => askIdsOf(subject, memberId)));
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

/** After so many days everybody who is asked has been reminded for the last time. */
const daysMax = 14;

/** From a day to another one, at most the last of them; the last always. */
function daysBetween(from: BusinessDay, to: BusinessDay): BusinessDay[] {
  const days = [to];
  for (let day = addDays(to, -1); day >= from && days.length < daysMax; day = addDays(day, -1)) days.push(day);
  return days;
}
