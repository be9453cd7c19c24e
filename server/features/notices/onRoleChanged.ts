import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import { findOfficers, type RoleChanged } from "../members";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/**
 * Tells the person whose role it is; of an administrator's also the other administrators, so that nobody becomes one unseen. Of all other
 * roles those who give them read in the list of roles.
 */
export const roleTeller: EventHandler<RoleChanged, NoticeDeps> = async (changed, delivery, deps) => {
  const at = new Date(changed.at);
  const admins = changed.role === "admin" ? await findOfficers(["admin"], businessDayOf(at)) : [];
  const others = admins.map(({ memberId }) => memberId).filter((id) => id !== changed.byId);
  const notices = [...new Set([changed.memberId, ...others])].map((receiverId): NewNotice => ({
    noticeId: `role_changed:${delivery.eventId}:${receiverId}`,
    kind: "role_changed",
    params: changed,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at,
  }));
  return told(notices, deps);
};
