import { jobActor } from "@shared/domain/actor";
import type { Role } from "@shared/domain/actor";
import type { Deps } from "../../deps";
import { grantRole } from "../../features/members";
import { ProcessCaches } from "../../lib/perProcess";

/** As on a company's first day: whoever runs the server names the first administrator, and who keeps people and money. */
export async function seedRoles(deps: Pick<Deps, "realNow">): Promise<void> {
  // Before the first month of either demo: whoever puts its plans in force has the role by then.
  const clock = { now: () => new Date("2025-01-01T09:00:00+08:00") };
  // Nothing that the process keeps is made with this clock.
  const firstDay = { realNow: deps.realNow, clock, caches: new ProcessCaches() };
  const given: [string, Role][] = [
    ["zhoumin", "admin"],
    ["zhoumin", "hr"],
    ["linjing", "finance"],
  ];
  for (const [memberId, role] of given) {
    const body = { commandId: `seed:${memberId}:${role}`, role, unitId: null, lastOn: null };
    await grantRole(firstDay, { actor: jobActor("setup"), memberId, body, isSetUp: true });
  }
}
