import { claimKey, inTransaction, keyTaken, withLease } from "../../db";
import type { Deps } from "../../deps";
import type { DemoClock } from "../../features/demo";
import { findMembers, leadersOfUnit, unitOfMember } from "../../features/members";
import { prepareBooking, askToReprice } from "../../features/statements";
import { emit, workAll } from "../../outbox";
import { subscriptions } from "../../subscriptions";
import { seedCustomers } from "./customers";
import { demoPlans } from "./plans";
import { seedTargets } from "./targets";
import { doubtfulVisit, pastSale, pastVisit, type PastEvent, pastVisitEvent } from "./history";
import { pharmaCustomers, pharmaPlan, pharmaVisits, seedVisitTarget } from "./pharma";
import { demoPeriod, demoSales, demoTargets } from "./march";
import { demoProducts, pharmaProducts, putHospitalFirst, seedProducts } from "./visitTypes";
import { chooseDemo, type DemoSize, markers, seedPeople, seedPlans } from "./setUp";

/** Each step is done once, whatever happened to earlier runs: its key is claimed in the transaction of what it writes. */
export function seedDemoCompany(deps: Deps, clock: DemoClock, size: SmallDemo = "small"): Promise<void> {
  // Two starts at once fill one company.
  return withLease("seed", () => seedSteps(deps, clock, size), { realNow: deps.realNow });
}

/** "pharma": the small one, with 王芳 seeing doctors. */
export type SmallDemo = Exclude<DemoSize, "large">;

async function seedSteps(deps: Deps, clock: DemoClock, size: SmallDemo): Promise<void> {
  if (await keyTaken(markers[size])) return;
  await chooseDemo(size);
  const isPharma = size === "pharma";
  const hr = await seedPeople(deps, clock);
  await seedPlans(deps, [...demoPlans(), ...(isPharma ? [pharmaPlan()] : [])], hr);
  await seedCustomers(deps, hr);
  await seedTargets(deps, hr);
  await seedProducts(deps, hr, isPharma ? pharmaProducts : demoProducts);
  if (isPharma) {
    await putHospitalFirst(deps, hr);
    await seedCustomers(deps, hr, pharmaCustomers);
    await seedVisitTarget(deps, hr);
    await bookTogether(deps, await Promise.all(pharmaVisits().map((visit) => pastVisitEvent(deps, visit))));
  }
  await seedHistory(deps);
  await claimMarker(size);
}

async function seedHistory(deps: Deps): Promise<void> {
  const names = await findMembers([...new Set(demoSales.map((sale) => sale.repId)), "chenhao", "zhaojing"]);
  for (const sale of demoSales) {
    for (const on of sale.visitedOn) await book(deps, await pastVisit(deps, sale, on));
    const teamId = (await unitOfMember(sale.repId, sale.signedOn)) ?? "";
    const [confirmedById = "chenhao"] = await leadersOfUnit(teamId, sale.signedOn);
    const nameOf = (memberId: string) => names.get(memberId)?.name ?? memberId;
    const place = { teamId, repName: nameOf(sale.repId), confirmedById, confirmedByName: nameOf(confirmedById) };
    await book(deps, await pastSale(deps, sale, place));
  }
  await once("seed:doubt", await doubtfulVisit());
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
    await (await prepareBooking(deps, [event.fact], [event.cause])).write(session);
  });
}

/** Many that happened to one person, in one transaction: the month is priced once. */
async function bookTogether(deps: Deps, events: readonly PastEvent[]): Promise<void> {
  await once("seed:pharma:visits", async (session) => {
    for (const event of events) await event.write(session);
    const facts = events.map(({ fact }) => fact);
    const causes = events.map(({ cause }) => cause);
    await (await prepareBooking(deps, facts, causes)).write(session);
  });
}

async function once(key: string, write: Parameters<typeof inTransaction<void>>[0]): Promise<void> {
  if (await keyTaken(key)) return;
  await inTransaction(async (session) => {
    await claimKey(key, "seed", session);
    await write(session);
  });
}

const claimMarker = (size: SmallDemo) => inTransaction((session) => claimKey(markers[size], "seed", session));
