import type { MemberActor } from "@shared/domain/actor";
import type { Fact } from "@shared/domain/pay";
import { daysOf } from "@shared/domain/time";
import { claimKey, claimKeys, insertAll, inTransaction, keyTaken, withLease } from "../../../db";
import type { Deps } from "../../../deps";
import { CheckInModel } from "../../../features/checkIns/checkInModel";
import { openCustomers } from "../../../features/customers";
import type { DemoClock } from "../../../features/demo";
import { findUnits, unitAndAbove } from "../../../features/members";
import { rollUpAll } from "../../../features/performance";
import { SaleModel } from "../../../features/sales/saleModel";
import { openFacts, openShares, priceOpenedMonth } from "../../../features/statements";
import { openTargets, salesMeasure } from "../../../features/targets";
import { VisitModel } from "../../../features/visits/visitModel";
import { workAll } from "../../../outbox";
import { subscriptions } from "../../../subscriptions";
import { demoCustomers, seedCustomers, siteRadiusM } from "../customers";
import { demoStart } from "../march";
import { chooseDemo, markers, seedPeople, seedPlans } from "../setUp";
import { customersOf } from "./customers";
import { fingerprintOfPay } from "./fingerprint";
import { type TeamHistory, targetsOfTeam, teamHistory } from "./history";
import { largePeople, type People } from "./people";
import { largePlans } from "./plans";
import { largeScale, type Scale } from "./scale";

/** What a team that falls behind sells of what it would. */
const lag = 0.62;

export interface LargeSeed {
  scale?: Scale;
  /** One line for each part that is done. */
  say: (line: string) => void;
}

/**
 * Fills an empty database with the large demo company, once. Each part is claimed by a key when it is done, and what it writes has
 * ids that follow from the seed: killed half-way, the next run goes on with the part that was under way.
 */
export function seedLargeCompany(deps: Deps, clock: DemoClock, { scale = largeScale, say }: LargeSeed): Promise<void> {
  return withLease("seed", () => seedSteps(deps, clock, { scale, say }), { realNow: deps.realNow });
}

async function seedSteps(deps: Deps, clock: DemoClock, { scale, say }: Required<LargeSeed>): Promise<void> {
  if (await keyTaken(markers.large)) return;
  await chooseDemo("large");
  const part = async (what: string, work: () => Promise<string>): Promise<void> => {
    const key = `seed:large:${what}`;
    const startedMs = performance.now();
    if (await keyTaken(key)) return say(`${what}: done before`);
    const counts = await work();
    await claim(key);
    say(`${what}: ${counts} (${((performance.now() - startedMs) / 1_000).toFixed(1)} s)`);
  };

  const people = largePeople(scale);
  const { teams } = people;
  const reps = teams.flatMap((team) => team.reps);
  const at = new Date(demoStart);
  let hr: MemberActor | null = null;
  const administrator = async () => (hr ??= await seedPeople(deps, clock));
  await part("people", async () => {
    await administrator();
    return `${people.members.length} in ${people.departments.length} departments`;
  });
  await part("plans", async () => {
    const plans = largePlans(teams, scale);
    await seedPlans(deps, plans, await administrator());
    // Nobody's month is priced yet, so nothing follows from them now; later everybody's would.
    await workAll(deps, subscriptions(deps));
    return `${plans.length}`;
  });
  await part("customers", async () => {
    await seedCustomers(deps, await administrator());
    const customers = reps.filter((rep) => !rep.isOfSmallDemo).flatMap((rep) => customersOf(rep, scale));
    const bodies = customers.map(({ id, ownerId, site, ownedFrom, ...rest }) => {
      const { name, shortName, industry, grade, stage, coServedByIds } = rest;
      const { latDeg, lngDeg } = site;
      const sites = [
        { siteId: "s1", name: site.name, address: site.address, pin: { latDeg, lngDeg }, radiusM: siteRadiusM },
      ];
      const owners = [{ memberId: ownerId, share: "1" }];
      return {
        customerId: id,
        externalId: null,
        name,
        shortName,
        industry,
        grade,
        stage,
        coServedByIds,
        owners,
        ownedFrom,
        sites,
      };
    });
    await openCustomers(bodies, demoStart.slice(0, 10));
    return `${customers.length + demoCustomers.length}`;
  });
  await part("targets", async () => {
    let count = 0;
    const actor = await administrator();
    for (const [month, valuesFen] of await targetsByMonth(people, scale)) {
      const setAt = new Date(`${daysOf(month).from}T09:00:00+08:00`);
      await openTargets(valuesFen, { measure: salesMeasure, period: month, actor, at: setAt });
      count += valuesFen.size;
    }
    return `${count}`;
  });
  for (const [index, team] of teams.entries()) {
    await part(`facts of team ${index + 1} of ${teams.length}`, async () => {
      const history = await teamHistory(deps, team, scale, index === 2 ? lag : 1);
      await writeHistory(deps, history);
      const { visits, sales, facts } = history;
      return `${team.reps.length} people, ${visits.length} visits, ${sales.length} sales, ${facts.length} facts`;
    });
  }
  for (const period of scale.months) {
    await part(`pay of ${period}`, async () => {
      await rollUpAll(period, at);
      const memberIds = reps.map(({ memberId }) => memberId);
      const cause = { kind: "seed", id: `large:${period}` };
      await priceOpenedMonth({ period, memberIds, cause }, { pricedAt: at, recordedAt: deps.realNow() });
      return `${memberIds.length} months priced`;
    });
  }
  say(`the same every time: ${await fingerprintOfPay()}`);
  await claim(markers.large);
}

const claim = (key: string) => inTransaction((session) => claimKey(key, "seed", session));

async function writeHistory(deps: Deps, history: TeamHistory): Promise<void> {
  const facts: readonly Fact[] = history.facts;
  await insertAll(CheckInModel, history.checkIns);
  await insertAll(VisitModel, history.visits);
  await insertAll(SaleModel, history.sales);
  await claimKeys(history.keys);
  await openFacts(deps, facts);
  await openShares(facts);
}

/** The members' as they are generated; those of a unit are the sum of what hangs on it. */
async function targetsByMonth({ teams }: People, scale: Scale): Promise<Map<string, Map<string, number>>> {
  const units = await findUnits();
  const byMonth = new Map(scale.months.map((month) => [month, new Map<string, number>()]));
  for (const team of teams) {
    for (const [memberId, months] of targetsOfTeam(team, scale)) {
      for (const [month, valueFen] of months) {
        const values = byMonth.get(month);
        values?.set(memberId, valueFen);
        for (const { unitId } of unitAndAbove(units, team.unitId))
          values?.set(unitId, (values.get(unitId) ?? 0) + valueFen);
      }
    }
  }
  return byMonth;
}
