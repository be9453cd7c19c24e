import { businessDayOf } from "@shared/domain/time";
import type { EventHandler } from "../../outbox";
import type { CutOffMoved } from "../calendar";
import { findOfficers, findUnits, leadersOfUnits } from "../members";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/**
 * Tells those who go by a month's cut-off that it is later: offices, and whoever leads a unit and confirms its sales until then. Everybody
 * else reads it where it stands. Who moved it knows.
 */
export const cutOffTeller: EventHandler<CutOffMoved, NoticeDeps> = async (moved, delivery, deps) => {
  const at = new Date(moved.at);
  const today = businessDayOf(at);
  const [officers, units] = await Promise.all([findOfficers(["admin", "hr", "finance"], today), findUnits()]);
  const leaders = await leadersOfUnits([...units.keys()], today);
  const receivers = new Set([...officers.map(({ memberId }) => memberId), ...[...leaders.values()].flat()]);
  receivers.delete(moved.byId);
  const notices = [...receivers].map((receiverId): NewNotice => ({
    noticeId: `cut_off_moved:${delivery.eventId}:${receiverId}`,
    kind: "cut_off_moved",
    params: moved,
    channel: "member",
    receiverId,
    cause: delivery.eventId,
    answersAct: false,
    at,
  }));
  return told(notices, deps);
};
