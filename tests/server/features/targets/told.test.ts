import type { Company, Person, Team } from "../../../support/given";
import { april, march, startTwoTeams, targetsOf, type TwoTeams } from "./twoTeams";

/* Who is told of a target that goes from now on. */

let now: TwoTeams;
let company: Company;
let team: Team;
let manager: Person;
let rep: Person;
beforeEach(async () => {
  now = await startTwoTeams();
  ({ company, team, manager, rep } = now);
});
const { set, publish, givenTeams, givenProposal, wholeTeam } = targetsOf(() => now);
const publishApril = () => publish(manager, april, [{ parentId: team.unitId, targets: wholeTeam() }]);

it("tells each rep the target, its month and who has published it", async () => {
  await givenTeams();
  await givenProposal();
  await publishApril();
  await company.workAll();
  expect(company.toldTo(rep)).toEqual([`${manager.name}发布了你4月的目标：3元。`]);
});

it("tells a leader of the unit's target, once for a publication", async () => {
  await givenTeams();
  await company.workAll();
  expect(company.toldTo(manager)).toEqual([`${company.hr.name}发布了${team.name}4月的目标。`]);
});

it("says nothing to who has published it", async () => {
  await givenTeams();
  await company.workAll();
  await givenProposal();
  await publishApril();
  await company.workAll();
  expect(company.toldTo(manager)).toHaveLength(1);
});

it("says why a target of a running month was changed, and what it was", async () => {
  await set(company.hr, march, {
    [rep.memberId]: [30_000_001, 2],
    [now.second.memberId]: [29_999_999, 2],
  });
  const targets: [string, number][] = [
    [rep.memberId, 3],
    [now.second.memberId, 3],
  ];
  await publish(company.hr, march, [{ parentId: team.unitId, targets }], "客户调整");
  await company.workAll();
  expect(company.toldTo(rep)).toEqual([`${company.hr.name}把你3月的目标改为 300,000.01元。原因：客户调整`]);
  const { items } = await company.as(rep).call("notices.list", {});
  expect(items[0]?.rows).toContainEqual({ name: "原来", value: "30万元" });
});

it("waits for the morning where it is published at night", async () => {
  now = await startTwoTeams({ now: "2026-03-26T21:00:00+08:00" });
  ({ company, team, manager, rep } = now);
  await givenTeams();
  await company.workAll();
  expect(company.toldTo(manager)).toEqual([]);
  company.app.clock.advance({ hours: 12 });
  await company.workAll();
  expect(company.toldTo(manager)).toHaveLength(1);
});

it("leaves out what was changed again before it could be said", async () => {
  now = await startTwoTeams({ now: "2026-03-26T21:00:00+08:00" });
  ({ company, team, manager, rep } = now);
  await givenTeams();
  await givenProposal();
  await publishApril();
  await company.workAll();
  await set(company.hr, april, { [rep.memberId]: [200, 2], [now.second.memberId]: [200, 2] });
  const again: [string, number][] = [
    [rep.memberId, 3],
    [now.second.memberId, 3],
  ];
  await publish(company.hr, april, [{ parentId: team.unitId, targets: again }]);
  company.app.clock.advance({ hours: 12 });
  await company.workAll();
  expect(company.toldTo(rep)).toEqual([`${company.hr.name}把你4月的目标改为 2元。`]);
});

it("tells nobody of what was published more than a week ago", async () => {
  await givenTeams();
  company.app.clock.advance({ hours: 24 * 8 });
  await company.workAll();
  expect(company.toldTo(manager)).toEqual([]);
});
