import type { MemberActor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import { claimKey, inTransaction, ownerOfKey } from "../../db";
import type { Deps } from "../../deps";
import type { DemoClock } from "../../features/demo";
import { readSessionMember, syncDirectory } from "../../features/members";
import { demoStart } from "./march";
import { seedPlan } from "./plans";
import { seedRoles } from "./roles";
import { seedStaff } from "./staff";

export type DemoSize = "small" | "pharma" | "large";

export const markers: Readonly<Record<DemoSize, string>> = {
  small: "seed:demo@1",
  pharma: "seed:demo:pharma@1",
  large: "seed:demo:large@1",
};

const chosenKey = "seed:demo";

/** Two demos in one database would be neither. @throws where the database holds the other one, or a part of it */
export async function chooseDemo(size: DemoSize): Promise<void> {
  const chosen = await ownerOfKey(chosenKey);
  if (chosen === size) return;
  const held = chosen ?? ((await ownerOfKey(markers.small)) === null ? null : "small");
  if (held !== null && held !== size)
    throw new Error(`this database holds the ${held} demo company already: take another one, or drop it`);
  await inTransaction((session) => claimKey(chosenKey, size, session));
}

/** Clock, people and their roles. Safe to repeat. @returns whoever sets up what a person sets up */
export async function seedPeople(deps: Deps, clock: DemoClock): Promise<MemberActor> {
  if (!clock.isSet) await clock.set({ now: new Date(demoStart), speed: 1 });
  await syncDirectory(deps);
  await seedRoles(deps);
  await seedStaff(deps);
  return memberAsOf("zhoumin");
}

/** Whoever writes a plan does not publish it: the accountant stands in for the second person of HR whom the demo lacks. */
export async function seedPlans(deps: Deps, plans: readonly Plan[], hr: MemberActor): Promise<void> {
  const second = await memberAsOf("linjing");
  for (const plan of plans) await seedPlan(deps, plan, { author: hr, second });
}

async function memberAsOf(memberId: string): Promise<MemberActor> {
  const member = await readSessionMember(memberId, demoStart.slice(0, 10));
  if (!member) throw new Error(`the directory does not know ${memberId}`);
  return member;
}
