import type { BookingDeps } from "../statements";
import type { Handlers } from "../../http";
import { findOwnCheckIn } from "../checkIns";
import { presentVisit } from "./presentVisit";
import { recordVisit } from "./recordVisit";
import { findOwnVisit } from "./visits";

export const visitsHandlers = (deps: BookingDeps): Handlers<"visits"> => ({
  "visits.record": ({ actor, body }) => recordVisit(deps, { actor, body }),

  "visits.read": async ({ actor, params }) => {
    const visit = await findOwnVisit(actor.id, params.visitId);
    const checkIn = await findOwnCheckIn(actor.id, visit.checkInId);
    return { visit: presentVisit(visit, checkIn) };
  },
});
