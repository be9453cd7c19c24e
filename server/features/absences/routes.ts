import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { Handlers, MemberActor } from "../../http";
import { findLeaders, findMembers } from "../members";
import { deputisesFor, findAbsence } from "./absences";
import { officerRoles } from "./deciders";
import { setAbsence } from "./setAbsence";

export const absencesHandlers = (deps: Pick<Deps, "clock" | "realNow">): Handlers<"absences"> => ({
  "absences.read": async ({ actor }) => {
    const today = businessDayOf(deps.clock.now());
    const [own, standing, deputies] = await Promise.all([
      findAbsence(actor.id),
      deputisesFor(actor, today),
      deputiesFor(actor, today),
    ]);
    // What is over says nothing any more; its revision goes on.
    const absence = own.absence && own.absence.to >= today ? own.absence : null;
    const names = await findMembers(standing.map(({ memberId }) => memberId));
    return {
      absence,
      revision: own.revision,
      deputies,
      isOfficer: officerRoles.some((role) => actor.roles.includes(role)),
      standsInFor: standing.map(({ memberId, from, to }) => ({
        name: names.get(memberId)?.name ?? memberId,
        from,
        to,
      })),
    };
  },

  "absences.set": ({ actor, body }) => setAbsence(deps, { actor, body }),
});

/** Whom a leader may name: everybody else who leads a unit. */
async function deputiesFor(actor: MemberActor, today: string) {
  if (actor.leads.length === 0) return [];
  return (await findLeaders(today)).filter(({ memberId }) => memberId !== actor.id);
}
