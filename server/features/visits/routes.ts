import type { Deps } from "../../deps";
import type { Handlers } from "../../http";
import { findOwnCheckIn } from "../checkIns";
import { presentVisit } from "./presentVisit";
import { recordVisit } from "./recordVisit";
import { findOwnVisit } from "./visits";

export const visitsHandlers = (deps: Pick<Deps, "clock">): Handlers<"visits"> => ({
  "visits.record": ({ member, body }) => recordVisit(deps, { memberId: member.memberId, body }),

  "visits.read": async ({ member, params }) => {
    const visit = await findOwnVisit(member.memberId, params.visitId);
    const checkIn = await findOwnCheckIn(member.memberId, visit.checkInId);
    return { visit: presentVisit(visit, checkIn) };
  },
});
