import { randomUUID } from "node:crypto";
import { remindApprovers } from "../../../../server/features/approvals";
import { syncDirectory } from "../../../../server/features/members";
import { lapseCompanions } from "../../../../server/features/visits";
import {
  branchUnitId,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenMember,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, {
    manager: { name: "陈浩" },
    reps: [{ name: "小王" }, { name: "李四" }],
  });
  const beside = await givenTeam(company, { reps: [{ name: "周强" }] });
  const [rep, colleague] = reps;
  const [other] = beside.reps;
  const customer = await givenCustomer(company, { owner: rep, shortName: "海岳机械", coServedBy: [colleague] });
  return { manager, rep, colleague, other, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let other: Person;
let customer: Customer;
let visitId: string;
beforeEach(async () => {
  ({ company, manager, rep, colleague, other, customer } = await start());
  await givenConsent(company, rep);
  ({ visitId } = await givenVisit(company, { rep, customer, nextStep: null }));
});

const name = (people: Person[], commandId: string = randomUUID()) =>
  company
    .as(rep)
    .call("companions.name", { visitId }, { commandId, memberIds: people.map(({ memberId }) => memberId) });
const named = async (person: Person) => {
  const { companions } = await name([person]);
  return companions.find((one) => one.name === person.name)?.companionId ?? "";
};
const answer = (person: Person, companionId: string, wasThere: boolean) =>
  company.as(person).call("companions.answer", { companionId }, { commandId: randomUUID(), revision: 1, wasThere });
const ofVisit = async () => (await company.as(rep).call("visits.read", { visitId })).companions;
const todosOf = async (person: Person) => (await company.as(person).call("todos.mine")).items;
const remindAfter = async (hours: number) => {
  company.app.clock.advance({ hours });
  const { deps } = company.app;
  await remindApprovers({ at: deps.clock.now(), runId: `run-${hours}` }, deps);
  await company.workAll();
};

describe("colleagues whom somebody may name", () => {
  const found = async (words?: string) =>
    (await company.as(rep).call("companions.find", words === undefined ? {} : { words })).items.map((one) => one.name);

  it("are those of the team, before anything is typed", async () => {
    expect(await found()).toEqual(["李四", "陈浩"].sort());
  });

  it("are found by name in the whole branch", async () => {
    expect(await found("周")).toEqual([other.name]);
  });

  it("are never oneself", async () => {
    expect(await found("小王")).toEqual([]);
  });

  it("lead above as well", async () => {
    const head = await givenMember(company, { unitId: branchUnitId, name: "赵静" });
    const role = { role: "manager" as const, unitId: branchUnitId, lastOn: null };
    await company
      .as(company.hr)
      .call("roles.grant", { memberId: head.memberId }, { commandId: company.newId(), ...role });
    expect(await found("赵")).toEqual(["赵静"]);
  });
});

describe("a colleague who is named at a visit", () => {
  it("is asked by a message and in their list", async () => {
    const companionId = await named(colleague);
    await company.workAll();
    expect(company.toldTo(colleague)).toEqual(["小王说你一起去了海岳机械，请你确认是不是。"]);
    expect(await todosOf(colleague)).toMatchObject([{ kind: "companion", subjectId: companionId, byName: "小王" }]);
  });

  it("reads which visit it is", async () => {
    const companionId = await named(colleague);
    const read = await company.as(colleague).call("companions.read", { companionId });
    expect(read.named).toMatchObject({ byName: "小王", customerName: "海岳机械", on: "2026-03-26", state: "open" });
  });

  it("confirms by one tap, and the visit says so", async () => {
    await answer(colleague, await named(colleague), true);
    await company.workAll();
    expect(await ofVisit()).toMatchObject([{ name: "李四", state: "confirmed", hasLeft: false, ownCheckInAt: null }]);
    expect([await todosOf(colleague), company.toldTo(rep)]).toEqual([[], []]);
  });

  it("says that they were not there, and whose visit it is hears it", async () => {
    await answer(colleague, await named(colleague), false);
    await company.workAll();
    expect(await ofVisit()).toMatchObject([{ name: "李四", state: "declined" }]);
    expect(company.toldTo(rep)).toEqual(["李四说没有和你一起去海岳机械。你的拜访不受影响，那条记录里会写明。"]);
  });

  it("answers once", async () => {
    const companionId = await named(colleague);
    await answer(colleague, companionId, true);
    await expect(answer(colleague, companionId, false)).rejects.toMatchObject({ code: "companion.closed" });
  });

  it("answers by themselves, and nobody in their place", async () => {
    const companionId = await named(colleague);
    await expect(answer(rep, companionId, true)).rejects.toMatchObject({ code: "companion.unknown" });
    await expect(answer(manager, companionId, true)).rejects.toMatchObject({ code: "companion.unknown" });
  });

  it("is reminded after a day, and whose visit it is hears after three that it waits", async () => {
    await named(colleague);
    await company.workAll();
    await remindAfter(24);
    // Not on a Sunday.
    await remindAfter(72);
    expect(company.toldTo(colleague)).toHaveLength(3);
    expect(company.toldTo(rep).at(-1)).toContain("还在等李四确认一起去过");
  });

  it("has not confirmed where they have said nothing for seven days", async () => {
    await named(colleague);
    company.app.clock.advance({ hours: 7 * 24 + 1 });
    expect(await ofVisit()).toMatchObject([{ state: "lapsed" }]);
    expect(await todosOf(colleague)).toEqual([]);
    const slot = { at: company.app.deps.clock.now() };
    await lapseCompanions(slot, company.app.deps);
    await lapseCompanions(slot, company.app.deps);
    await company.workAll();
    expect(company.toldTo(rep)).toEqual(["七天里李四没有确认和你一起去了海岳机械，记为没有确认。你的拜访不受影响。"]);
  });

  it("is said to have left where they have", async () => {
    await named(colleague);
    company.app.wecom.putMember({ userid: colleague.memberId, status: 5 });
    await syncDirectory(company.app.deps);
    expect(await ofVisit()).toMatchObject([{ name: "李四", hasLeft: true }]);
  });

  it("supports it by an own check-in near in time", async () => {
    await named(colleague);
    company.app.clock.advance({ hours: 1 });
    await givenConsent(company, colleague);
    const { checkedInAt } = await givenCheckIn(company, { rep: colleague, customer });
    expect(await ofVisit()).toMatchObject([{ ownCheckInAt: checkedInAt }]);
  });

  it("does not support it by one of another hour", async () => {
    await named(colleague);
    company.app.clock.advance({ hours: 3 });
    await givenConsent(company, colleague);
    await givenCheckIn(company, { rep: colleague, customer });
    expect(await ofVisit()).toMatchObject([{ ownCheckInAt: null }]);
  });

  it("is asked once, however often they are named", async () => {
    const commandId = randomUUID();
    await name([colleague], commandId);
    await name([colleague], commandId);
    await name([colleague, manager]);
    await company.workAll();
    expect(company.toldTo(colleague)).toHaveLength(1);
    expect((await ofVisit())?.map((one) => one.name)).toEqual(["李四", "陈浩"]);
  });

  it("changes nothing of what the visit is paid by", async () => {
    const facts = await stored("facts");
    await answer(colleague, await named(colleague), true);
    await company.workAll();
    expect(await stored("facts")).toEqual(facts);
  });

  it("reads in their own data where they were named", async () => {
    await named(colleague);
    const { companionships } = await company.as(colleague).call("privacy.export", { period: "2026-03" });
    expect(companionships).toMatchObject([{ byName: "小王", customerName: "海岳机械", state: "open" }]);
    const { visits } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(visits[0]?.companions).toEqual([{ name: "李四", state: "open" }]);
  });
});

describe("a colleague who was named by mistake", () => {
  const remove = (companionId: string, by = rep) =>
    company.as(by).call("companions.remove", { companionId }, { commandId: randomUUID() });

  it("is taken off before they answer: the visit names them no more, and nothing waits for them", async () => {
    const companionId = await named(colleague);
    await named(manager);
    await company.workAll();
    expect((await remove(companionId)).companions.map((one) => one.name)).toEqual(["陈浩"]);
    await company.workAll();
    expect((await ofVisit())?.map((one) => one.name)).toEqual(["陈浩"]);
    expect(await todosOf(colleague)).toEqual([]);
    const { items } = await company.as(colleague).call("notices.list", {});
    expect(items.map(({ handled = false }) => handled)).toEqual([true]);
  });

  it("is not asked any more", async () => {
    const companionId = await named(colleague);
    await remove(companionId);
    await remove(companionId);
    await expect(answer(colleague, companionId, true)).rejects.toMatchObject({ code: "companion.closed" });
  });

  it("may be named again, and is asked anew", async () => {
    await remove(await named(colleague));
    const companionId = await named(colleague);
    expect(await todosOf(colleague)).toMatchObject([{ kind: "companion", subjectId: companionId }]);
    const body = { commandId: randomUUID(), revision: 3, wasThere: true };
    await company.as(colleague).call("companions.answer", { companionId }, body);
    expect(await ofVisit()).toMatchObject([{ name: "李四", state: "confirmed" }]);
  });

  it("stays once they have answered, and is nobody else's to take off", async () => {
    const companionId = await named(colleague);
    await expect(remove(companionId, colleague)).rejects.toMatchObject({ code: "companion.unknown" });
    await answer(colleague, companionId, false);
    await expect(remove(companionId)).rejects.toMatchObject({ code: "companion.closed" });
  });
});

describe("naming", () => {
  it.each([
    ["on the last instant of seven days", 168, null],
    ["later", 168.001, "companion.tooLate"],
  ])("%s", async (_when, hours, code) => {
    company.app.clock.advance({ hours });
    const refused = await name([colleague]).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    expect(refused).toBe(code);
  });

  it.each([["oneself"], ["somebody who is not there"]])("of %s is refused, and names nobody", async (who) => {
    const stranger = who === "oneself" ? rep : { memberId: "nobody", name: "" };
    await expect(name([colleague, stranger])).rejects.toMatchObject({ code: "companion.unknown" });
    expect(await ofVisit()).toEqual([]);
  });

  it("at somebody else's visit is refused", async () => {
    const body = { commandId: randomUUID(), memberIds: [rep.memberId] };
    const asked = company.as(colleague).call("companions.name", { visitId }, body);
    await expect(asked).rejects.toMatchObject({ code: "visit.unknown" });
  });
});
