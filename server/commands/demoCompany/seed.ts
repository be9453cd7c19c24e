import type { MemberActor } from "@shared/domain/actor";
import type { BusinessDay } from "@shared/domain/time";
import { claimKey, inTransaction, keyTaken, withLease } from "../../db";
import type { Deps } from "../../deps";
import type { DemoClock } from "../../features/demo";
import {
  findMembers,
  grantRole,
  leadersOfUnit,
  readSessionMember,
  revokeRole,
  syncDirectory,
  unitOfMember,
} from "../../features/members";
import { prepareBooking, askToReprice } from "../../features/statements";
import { emit, workAll } from "../../outbox";
import { subscriptions } from "../../subscriptions";
import { seedCustomers } from "./customers";
import { demoPlans, seedPlan } from "./plans";
import { seedRoles } from "./roles";
import { seedTargets } from "./targets";
import { pastSale, pastVisit, type PastEvent } from "./history";
import { demoPeriod, demoSales, demoStart, demoTargets } from "./march";

const marker = "seed:demo@1";

/** Each step is done once, whatever happened to earlier runs: its key is claimed in the transaction of what it writes. */
export function seedDemoCompany(deps: Deps, clock: DemoClock): Promise<void> {
  // Two starts at once fill one company.
  return withLease("seed", () => seedSteps(deps, clock), { realNow: deps.realNow });
}

async function seedSteps(deps: Deps, clock: DemoClock): Promise<void> {
  if (await keyTaken(marker)) return;
  if (!clock.isSet) await clock.set({ now: new Date(demoStart), speed: 1 });
  await syncDirectory(deps);
  await seedRoles(deps);
  const today = demoStart.slice(0, 10);
  const hr = await memberAsOf("zhoumin", today);
  // Whoever writes a plan does not publish it: the accountant stands in as the second person of HR.
  const asSecond = { role: "hr", unitId: null } as const;
  await grantRole(deps, {
    actor: hr,
    memberId: "linjing",
    body: { commandId: "seed:second", ...asSecond, lastOn: null },
  });
  const second = await memberAsOf("linjing", today);
  for (const plan of demoPlans()) await seedPlan(deps, plan, { author: hr, second });
  await revokeRole(deps, { actor: hr, memberId: "linjing", body: { commandId: "seed:second:over", ...asSecond } });
  await seedCustomers(deps, hr);
  await seedTargets(deps, hr);
  await seedHistory(deps);
  await claimMarker();
}

async function memberAsOf(memberId: string, on: BusinessDay): Promise<MemberActor> {
  const member = await readSessionMember(memberId, on);
  if (!member) throw new Error(`the directory does not know ${memberId}`);
  return member;
}

async function seedHistory(deps: Deps): Promise<void> {
  const names = await findMembers([...new Set(demoSales.map((sale) => sale.repId)), "chenhao", "zhaojing"]);
  for (const sale of demoSales) {
    const visits = await Promise.all(sale.visitedOn.map((on) => pastVisit(deps, sale, on)));
    for (const visit of visits) await book(deps, visit);
    const teamId = (await unitOfMember(sale.repId, sale.signedOn)) ?? "";
    const [confirmedById = "chenhao"] = await leadersOfUnit(teamId, sale.signedOn);
    const nameOf = (memberId: string) => names.get(memberId)?.name ?? memberId;
    const place = { teamId, repName: nameOf(sale.repId), confirmedById, confirmedByName: nameOf(confirmedById) };
    await book(
      deps,
      await pastSale(
        deps,
        sale,
        place,
        visits.map((visit) => visit.visitId),
      ),
    );
  }
  // Everybody else's month follows as it does in daily work: by events.
  for (const memberId of Object.keys(demoTargets)) {
    await once(`seed:reprice:${memberId}`, (session) =>
      emit(
        askToReprice(
          { memberId, period: demoPeriod, cause: { kind: "seed", id: memberId } },
          { cause: `seed:${memberId}` },
        ),
        session,
      ),
    );
  }
  await workAll(deps, subscriptions(deps));
}

async function book(deps: Deps, event: PastEvent): Promise<void> {
  await once(`seed:${event.fact.id}`, async (session) => {
    await event.write(session);
    await (await prepareBooking(deps, [event.fact], event.cause)).write(session);
  });
}

async function once(key: string, write: Parameters<typeof inTransaction<void>>[0]): Promise<void> {
  if (await keyTaken(key)) return;
  await inTransaction(async (session) => {
    await claimKey(key, "seed", session);
    await write(session);
  });
}

const claimMarker = () => inTransaction((session) => claimKey(marker, "seed", session));
