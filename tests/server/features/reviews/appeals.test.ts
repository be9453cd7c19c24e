import { randomUUID } from "node:crypto";
import type { CheckInView } from "@shared/contracts";
import { pharmaCompanyPerVisit } from "@shared/domain/pay/plans";
import { remindApprovers } from "../../../../server/features/approvals";
import { closeReviews } from "../../../../server/features/reviews";
import { ReviewModel } from "../../../../server/features/checkIns/reviewModel";
import {
  type Company,
  companyUnitId,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenMember,
  givenPlan,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt } from "../../../support/testDatabase";

/* Somebody has not accepted a check-in in doubt, and its rep asks a second person. */

const start = prepare(async (company) => {
  const above = await givenTeam(company, { manager: { name: "赵静" } });
  const { manager, reps } = await givenTeam(company, {
    parentId: above.unitId,
    manager: { name: "陈浩" },
    reps: [{ name: "小王" }],
  });
  const [rep] = reps;
  await givenPlan(company, { ...pharmaCompanyPerVisit, scope: { orgUnits: [companyUnitId] } });
  return {
    head: above.manager,
    manager,
    rep,
    customer: await givenCustomer(company, { owner: rep, shortName: "海岳机械" }),
  };
});

let company: Company;
let head: Person;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, head, manager, rep, customer } = await start());
  await givenConsent(company, rep);
});

const command = () => ({ commandId: randomUUID() });
async function rejected(): Promise<{ checkInId: string; visitId: string }> {
  const { checkIn, visitId } = await givenVisit(company, { rep, customer, northM: 215, nextStep: null });
  await decide(checkIn.checkInId, false, { by: manager, revision: 1 });
  await company.workAll();
  return { checkInId: checkIn.checkInId, visitId };
}
const decide = (checkInId: string, accepted: boolean, { by = head, revision = 3 } = {}) =>
  company
    .as(by)
    .call(
      "reviews.decide",
      { checkInId },
      { ...command(), revision, accepted, reason: accepted ? "看了访客登记" : "没有登记" },
    );
const appeal = async (
  checkInId: string,
  more: { revision?: number; commandId?: string } = {},
): Promise<CheckInView> => {
  const body = { ...command(), revision: 2, text: "前台有我的访客登记", ...more };
  const { checkIn } = await company.as(rep).call("checkIns.appeal", { checkInId }, body);
  await company.workAll();
  return checkIn;
};
const reviewOf = async (checkInId: string) =>
  (await company.as(rep).call("checkIns.mine", { on: "2026-03-26" })).items.find((one) => one.checkInId === checkInId)
    ?.review;
const effective = async (visitId: string) => (await company.as(rep).call("visits.read", { visitId })).visit.effective;
const asked = async (person: Person) => (await company.as(person).call("todos.mine")).items.map(({ kind }) => kind);
async function afterDays(days: number): Promise<void> {
  company.app.clock.advance({ hours: 24 * days });
  const slot = { at: company.app.deps.clock.now(), runId: `run-${days}` };
  await remindApprovers(slot, company.app.deps);
  await closeReviews(slot, company.app.deps);
  await company.workAll();
}

it("says to its rep until when a second person can be asked", async () => {
  const { checkInId } = await rejected();
  expect(await reviewOf(checkInId)).toMatchObject({ state: "rejected", appealUntil: "2026-04-02T01:00:00.000Z" });
});

it("says to its rep who decides on one in doubt", async () => {
  const { checkIn } = await givenVisit(company, { rep, customer, northM: 215, nextStep: null });
  expect((await reviewOf(checkIn.checkInId))?.deciderNames).toEqual(["陈浩"]);
});

it("says to its rep who would look a second time, and who does", async () => {
  const { checkInId } = await rejected();
  expect((await reviewOf(checkInId))?.deciderNames).toEqual(["赵静"]);
  await appeal(checkInId);
  expect((await reviewOf(checkInId))?.deciderNames).toEqual(["赵静"]);
});

/** 周代 decides for who leads the team, on a check-in that is in doubt. */
async function withDeputy() {
  const { manager: deputy } = await givenTeam(company, { manager: { name: "周代" } });
  const { checkIn } = await givenVisit(company, { rep, customer, northM: 215, nextStep: null });
  await company.as(manager).call("absences.set", undefined, {
    ...command(),
    ...{ revision: 0, absence: { from: "2026-03-26", to: "2026-03-27", deputyId: deputy.memberId } },
  });
  return { deputy, checkInId: checkIn.checkInId };
}

it("names the deputy of who is away, and who that is", async () => {
  const { checkInId } = await withDeputy();
  expect((await reviewOf(checkInId))?.deciderNames).toEqual([`周代（代${manager.name}）`]);
});

it("names on the visit whom it waits for, as on the check-in's page", async () => {
  const { checkInId } = await withDeputy();
  const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
  const visitId = items.find((one) => one.checkInId === checkInId)?.visitId ?? "";
  for (const reader of [rep, manager]) {
    const { visit } = await company.as(reader).call("visits.read", { visitId });
    expect(visit.checkIn.review?.deciderNames).toEqual([`周代（代${manager.name}）`]);
  }
});

it("says in whose place a deputy has decided, to its rep's page", async () => {
  const { deputy, checkInId } = await withDeputy();
  const body = { ...command(), revision: 1, accepted: false, reason: "没有人见到他" };
  await company.as(deputy).call("reviews.decide", { checkInId }, body);
  expect((await reviewOf(checkInId))?.decision).toMatchObject({ byName: "周代", insteadOfName: manager.name });
});

it("says in whose place a deputy has decided, in the message to its rep", async () => {
  const { deputy, checkInId } = await withDeputy();
  const body = { ...command(), revision: 1, accepted: false, reason: "没有人见到他" };
  await company.as(deputy).call("reviews.decide", { checkInId }, body);
  await company.workAll();
  expect(company.toldTo(rep).join()).toContain(`周代（代${manager.name}）`);
});

it("names nobody once it is decided for good", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await decide(checkInId, false);
  expect((await reviewOf(checkInId))?.deciderNames).toBeUndefined();
});

it("is put before the next leader, with what was said against it, and not before who has decided", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  expect(company.toldTo(head)).toEqual(["小王在海岳机械的打卡没有被认可，请你再看一次，等你决定。"]);
  expect([await asked(head), await asked(manager), await asked(company.hr)]).toEqual([["review"], [], []]);
  const { review } = await company.as(head).call("reviews.read", { checkInId });
  expect(review).toMatchObject({
    state: "appealed",
    appeal: { text: "前台有我的访客登记", first: { byName: "陈浩", reason: "没有登记" } },
  });
});

it("stays as it was decided while the second person looks at it", async () => {
  const { checkInId, visitId } = await rejected();
  await appeal(checkInId);
  expect(await effective(visitId)).toBe(false);
});

it("counts again once the second person accepts it, and its rep is told by whom", async () => {
  const { checkInId, visitId } = await rejected();
  await appeal(checkInId);
  await decide(checkInId, true);
  await company.workAll();
  expect(await effective(visitId)).toBe(true);
  expect(company.toldTo(rep).at(-1)).toBe("赵静复核后认可了这次打卡：看了访客登记");
  // Both decisions can be read.
  expect(await reviewOf(checkInId)).toMatchObject({
    state: "accepted",
    decision: { byName: "赵静" },
    appeal: { first: { byName: "陈浩" } },
  });
});

it.each([
  [true, "你没有认可的这次打卡，赵静复核后认可了：看了访客登记"],
  [false, "你没有认可的这次打卡，赵静复核后也没有认可：没有登记"],
])("tells who has decided first what the second person says: %s", async (accepted, sentence) => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await decide(checkInId, accepted);
  await company.workAll();
  expect(company.toldTo(manager).at(-1)).toBe(sentence);
});

it("is at its end once the second person does not accept it either", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await decide(checkInId, false);
  await company.workAll();
  expect(company.toldTo(rep).at(-1)).toBe("赵静复核后也没有认可这次打卡，它不计入有效拜访，不再复核：没有登记");
  const { items } = await company.as(rep).call("notices.list", {});
  expect(items[0]?.rows).toContainEqual({ name: "还有疑问", value: "直接问赵静" });
  expect(await reviewOf(checkInId)).toMatchObject({ state: "rejected", appealUntil: null });
  await expect(appeal(checkInId, { revision: 4 })).rejects.toMatchObject({ code: "review.appealOver" });
});

it("is not decided on again by who has decided, nor by its rep", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await expect(decide(checkInId, true, { by: manager, revision: 3 })).rejects.toMatchObject({ code: "right.missing" });
  await expect(decide(checkInId, true, { by: rep, revision: 3 })).rejects.toMatchObject({ code: "review.own" });
});

it("goes to HR where no other leader is above", async () => {
  const team = await givenTeam(company, { reps: [{ name: "刘洋" }], manager: { name: "孙涛" } });
  [rep] = team.reps;
  ({ manager } = team);
  await givenConsent(company, rep);
  customer = await givenCustomer(company, { owner: rep });
  const { checkInId, visitId } = await rejected();
  await appeal(checkInId);
  expect([await asked(company.hr), await asked(company.finance)]).toEqual([["review"], []]);
  await decide(checkInId, true, { by: company.hr, revision: 3 });
  expect(await effective(visitId)).toBe(true);
});

it("that nobody looked at says to its rep whose it was, HR where no other leader was", async () => {
  const team = await givenTeam(company, { reps: [{}], manager: { name: "孙涛" } });
  [rep] = team.reps;
  ({ manager } = team);
  await givenConsent(company, rep);
  customer = await givenCustomer(company, { owner: rep });
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await afterDays(7.1);
  expect(company.toldTo(rep).at(-1)).toContain(`该由${company.hr.name}决定`);
});

it("is read by HR who was asked, also once it is decided", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  const read = async (by: Person) => (await company.as(by).call("reviews.read", { checkInId })).mayDecide;
  expect(await read(company.hr)).toBe(true);
  await decide(checkInId, true, { by: company.hr });
  expect(await read(company.hr)).toBe(false);
  await expect(read(rep)).rejects.toMatchObject({ code: "review.own" });
});

it("is read on by who has decided first, who is offered no second decision", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  const { review, mayDecide } = await company.as(manager).call("reviews.read", { checkInId });
  expect([review.state, mayDecide]).toEqual(["appealed", false]);
});

it("is nothing that HR reads before a second person was asked", async () => {
  const { checkInId } = await rejected();
  await expect(company.as(company.hr).call("reviews.read", { checkInId })).rejects.toMatchObject({
    code: "right.missing",
  });
});

it("is reminded of after a day and after three", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  await afterDays(1.05);
  await afterDays(3);
  expect(company.toldTo(head)).toEqual([
    "小王在海岳机械的打卡没有被认可，请你再看一次，等你决定。",
    "小王请你复核在海岳机械的打卡，3月26日起在等，还没有人决定。",
    "小王请你复核在海岳机械的打卡，3月26日起一直没有人决定。",
  ]);
});

it("stays as it was where nobody looks at it in seven days, and its rep is told", async () => {
  const { checkInId, visitId } = await rejected();
  await appeal(checkInId);
  await afterDays(7.1);
  expect(company.toldTo(rep).at(-1)).toMatch(/^七天里没有人复核.*，这次打卡维持原来的结果，不计入有效拜访。$/);
  expect(await reviewOf(checkInId)).toMatchObject({
    state: "rejected",
    decision: { byName: "陈浩" },
    appealUntil: null,
  });
  expect([await effective(visitId), await asked(head)]).toEqual([false, []]);
});

it("can be asked about until seven days after the decision, and no later", async () => {
  const { checkInId } = await rejected();
  await afterDays(7.05);
  await expect(appeal(checkInId)).rejects.toMatchObject({ code: "review.appealOver" });
});

it("cannot be asked about before somebody has decided, or after it was accepted", async () => {
  const { checkIn } = await givenVisit(company, { rep, customer, northM: 215, nextStep: null });
  const { checkInId } = checkIn;
  await expect(appeal(checkInId, { revision: 1 })).rejects.toMatchObject({ code: "review.closed" });
  await decide(checkInId, true, { by: manager, revision: 1 });
  await expect(appeal(checkInId)).rejects.toMatchObject({ code: "review.closed" });
});

it("is asked about once, however often the same tap arrives", async () => {
  const { checkInId } = await rejected();
  const commandId = randomUUID();
  expect(await appeal(checkInId, { commandId })).toEqual(await appeal(checkInId, { commandId }));
  expect(company.toldTo(head)).toHaveLength(1);
});

it("is not left to somebody who has nothing to do with it", async () => {
  const { checkInId } = await rejected();
  await appeal(checkInId);
  const stranger = await givenMember(company);
  await expect(decide(checkInId, true, { by: stranger })).rejects.toMatchObject({ code: "right.missing" });
  expect(await asked(company.finance)).toEqual([]);
});

describe("where another check-in of the day counts", () => {
  const tapAgain = async (northM: number) => {
    company.app.clock.advance({ minutes: 30 });
    const { checkInId } = await givenCheckIn(company, { rep, customer, northM });
    await company.workAll();
    return checkInId;
  };

  it("nobody has to look at it a second time, and whoever was asked is told", async () => {
    const { checkInId } = await rejected();
    await appeal(checkInId);
    const otherId = await tapAgain(20);
    expect([await asked(head), await asked(company.hr)]).toEqual([[], []]);
    expect(company.toldTo(head).at(-1)).toBe("小王当天在海岳机械又打了一次卡，已经补上，不用你决定了。");
    await expect(decide(checkInId, true)).rejects.toMatchObject({ code: "review.closed" });
    const { items } = await company.as(rep).call("checkIns.mine", { on: "2026-03-26" });
    expect(items.find((one) => one.checkInId === checkInId)).toMatchObject({
      mendedById: otherId,
      review: { state: "rejected", appealUntil: null, appeal: { text: "前台有我的访客登记" } },
    });
  });

  it("nobody has to look at it either where nobody has heard of the other one", async () => {
    const { checkInId } = await rejected();
    await appeal(checkInId);
    await tapAgain(20);
    // As if the tap had come to a process that did not know yet that somebody was asked.
    const at = company.app.deps.clock.now();
    const waiting = { state: "appealed", mendedById: null, decideUntil: new Date(at.getTime() + 86_400_000) };
    await lookAt(() => ReviewModel.updateOne({ _id: checkInId }, { $set: waiting }));
    expect(await asked(head)).toEqual(["review"]);
    await closeReviews({ at, runId: "hour-1" }, company.app.deps);
    await company.workAll();
    expect(await asked(head)).toEqual([]);
  });

  it("is looked at after all once that one is rejected as well", async () => {
    const { checkInId } = await rejected();
    await appeal(checkInId);
    const otherId = await tapAgain(215);
    expect(await asked(head)).toEqual([]);
    await decide(otherId, false, { by: manager, revision: 1 });
    await company.workAll();
    expect(await asked(head)).toEqual(["review"]);
    await decide(checkInId, true, { revision: 5 });
    expect(await reviewOf(checkInId)).toMatchObject({ state: "accepted" });
  });

  it("no second person is asked in the first place", async () => {
    const { checkInId } = await rejected();
    await tapAgain(20);
    expect(await reviewOf(checkInId)).toMatchObject({ state: "rejected", appealUntil: null });
    await expect(appeal(checkInId)).rejects.toMatchObject({ code: "review.closed" });
    expect(await asked(head)).toEqual([]);
  });
});
