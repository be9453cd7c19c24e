import { addDays, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { findGrantedRoles, findOfficers } from "../members";
import type { NewNotice } from "./notices";
import { tellByClock } from "./tell";

/** So many days before its last one, whoever has a role and those who may make it longer hear of its end. */
const aheadDays = 7;

/** Tells of each end once, whichever mornings were missed. Made longer, a role ends on another day, of which is told anew. */
export async function remindRoles(slot: { at: Date; runId: string }, deps: Pick<Deps, "realNow">): Promise<void> {
  const on = businessDayOf(slot.at);
  const [granted, admins] = await Promise.all([findGrantedRoles(on), findOfficers(["admin"], on)]);
  const notices = granted.flatMap(({ memberId, roles }) =>
    roles.flatMap(({ role, unitId, lastOn }): NewNotice[] => {
      if (lastOn === null || addDays(on, aheadDays) < lastOn) return [];
      const receivers = new Set([memberId, ...admins.map((admin) => admin.memberId)]);
      return [...receivers].map((receiverId) => ({
        noticeId: ["role_ending", memberId, role, unitId ?? "company", lastOn, receiverId].join(":"),
        kind: "role_ending",
        params: { memberId, role, unitId, lastOn },
        channel: "member",
        receiverId,
        cause: slot.runId,
        answersAct: false,
        at: slot.at,
      }));
    }),
  );
  await tellByClock(notices, deps);
}
