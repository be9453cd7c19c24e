import { randomUUID } from "node:crypto";
import type { BodyOf } from "@shared/contracts";
import { lapseQuestions } from "../../../../server/features/visitQuestions";
import { scheduler } from "../../../../server/jobs";
import { crontab } from "../../../../server/jobs/crontab";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

/** A client of two reps; the colleague was there last. */
const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{ name: "小王" }, { name: "小李" }, {}] });
  const [rep, colleague, stranger] = reps;
  const customer = await givenCustomer(company, { owner: colleague, coServedBy: [rep], shortName: "海岳机械" });
  const alone = await givenCustomer(company, { owner: rep });
  await givenConsent(company, colleague);
  return { manager, rep, colleague, stranger, customer, alone };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let stranger: Person;
let customer: Customer;
let alone: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, stranger, customer, alone } = await start({ now: "2026-03-26T09:00:00+08:00" }));
});

const ask = async (by = rep, at = customer, commandId = randomUUID()) => {
  const { customerId } = at;
  return (await company.as(by).call("visitQuestions.ask", { customerId }, { commandId })).question;
};
const answer = (questionId: string, more: Partial<BodyOf<"visitQuestions.answer">> = {}, by = colleague) =>
  company
    .as(by)
    .call(
      "visitQuestions.answer",
      { questionId },
      { commandId: randomUUID(), revision: 1, isWelcome: false, word: "明天签合同", ...more },
    );
const overrule = (questionId: string, by = rep) =>
  company.as(by).call("visitQuestions.overrule", { questionId }, { commandId: randomUUID(), reason: "客户约的" });
const waits = async (person: Person) =>
  (await company.as(person).call("todos.mine")).items
    .filter(({ kind }) => kind === "visitQuestion")
    .map(({ about, byName }) => [about, byName]);
const told = async (person: Person) => {
  await company.workAll();
  return (await company.as(person).call("notices.list", {})).items.map(({ text }) => text);
};
const mine = async () =>
  (await company.as(rep).call("customers.mine", {})).items.find(({ customerId }) => customerId === customer.customerId)
    ?.asked;
const onPage = async (person: Person) =>
  (await company.as(person).call("customers.timeline", { customerId: customer.customerId }, undefined)).questions;

it("asks who was at the client last, who hears of it and has it among what waits", async () => {
  await givenVisit(company, { rep: colleague, customer });
  expect(await ask()).toMatchObject({ byName: "小王", askedName: "小李", state: "open" });
  expect(await waits(colleague)).toEqual([["海岳机械", "小王"]]);
  expect(await told(colleague)).toContain("小王想去海岳机械，问你能不能来。");
});

it("asks whoever owns the client where nobody else was there", async () => {
  expect(await ask()).toMatchObject({ askedName: "小李" });
});

it("asks once a day, however often one taps, and anew on another day", async () => {
  const commandId = randomUUID();
  const first = await ask(rep, customer, commandId);
  expect(await ask(rep, customer, commandId)).toEqual(first);
  expect((await ask()).questionId).toBe(first.questionId);
  company.app.clock.set("2026-03-27T09:00:00+08:00");
  expect((await ask()).questionId).not.toBe(first.questionId);
});

it("asks nobody about a client that one works alone, or does not serve", async () => {
  await expect(ask(rep, alone)).rejects.toMatchObject({ code: "visitQuestion.nobody" });
  await expect(ask(stranger)).rejects.toMatchObject({ code: "customer.unknown" });
});

it("tells the asker what the colleague says, with their word", async () => {
  const { questionId } = await ask();
  await answer(questionId);
  expect(await waits(colleague)).toEqual([]);
  expect((await told(rep))[0]).toContain("小李说先别去海岳机械");
  expect(await mine()).toMatchObject({ state: "declined", word: "明天签合同", askedName: "小李" });
});

it("is answered once, by who is asked", async () => {
  const { questionId } = await ask();
  await expect(answer(questionId, {}, stranger)).rejects.toMatchObject({ code: "visitQuestion.unknown" });
  await answer(questionId, { isWelcome: true, word: null });
  await expect(answer(questionId)).rejects.toMatchObject({ code: "visitQuestion.closed" });
  expect(await mine()).toMatchObject({ state: "welcome" });
});

it("lapses after a day, and the asker hears so", async () => {
  const { questionId } = await ask();
  company.app.clock.advance({ hours: 25 });
  await expect(answer(questionId)).rejects.toMatchObject({ code: "visitQuestion.closed" });
  const at = company.app.deps.clock.now();
  await lapseQuestions({ at }, company.app.deps);
  await lapseQuestions({ at }, company.app.deps);
  expect((await told(rep)).filter((text) => text.includes("没有回答"))).toHaveLength(1);
  expect(await waits(colleague)).toEqual([]);
});

it("has why one went all the same, for the colleague and the leader to read", async () => {
  const { questionId } = await ask();
  await answer(questionId);
  await overrule(questionId);
  await overrule(questionId);
  expect((await told(colleague))[0]).toContain("小王还是去了海岳机械");
  for (const reader of [rep, colleague, manager])
    expect(await onPage(reader)).toMatchObject([{ byName: "小王", state: "declined", reason: "客户约的" }]);
  expect(await stored("auditEntries", { action: "visitQuestion.overrule" })).toHaveLength(1);
});

it("is nobody else's to read who serves the client as well", async () => {
  const { questionId } = await ask();
  await answer(questionId);
  const third = {
    revision: 1,
    from: "2026-03-27",
    owners: [{ memberId: colleague.memberId, share: "1" }],
    reason: null,
  };
  const coServedByIds = [rep.memberId, stranger.memberId];
  const body = { commandId: randomUUID(), ...third, coServedByIds };
  await company.as(manager).call("customers.assign", { customerId: customer.customerId }, body);
  expect(await onPage(stranger)).toEqual([]);
  expect(await onPage(colleague)).toHaveLength(1);
});

it.each([["has not answered yet"], ["does not mind"]])("needs no reason where the colleague %s", async (how) => {
  const { questionId } = await ask();
  if (how === "does not mind") await answer(questionId, { isWelcome: true, word: null });
  await overrule(questionId);
  expect(await mine()).toMatchObject({ reason: null });
});

describe("taken back before an answer", () => {
  const withdraw = (questionId: string, by = rep) =>
    company.as(by).call("visitQuestions.withdraw", { questionId }, { commandId: randomUUID() });

  it("waits for the colleague no more, whose message is done with", async () => {
    const { questionId } = await ask();
    await company.workAll();
    await withdraw(questionId);
    await company.workAll();
    expect(await waits(colleague)).toEqual([]);
    const { items } = await company.as(colleague).call("notices.list", {});
    expect(items.map(({ handled = false }) => handled)).toEqual([true]);
    await expect(answer(questionId)).rejects.toMatchObject({ code: "visitQuestion.closed" });
  });

  it("can be asked anew on the same day, and waits again", async () => {
    const { questionId } = await ask();
    await withdraw(questionId);
    expect(await mine()).toBeNull();
    expect(await ask()).toMatchObject({ questionId, state: "open", revision: 3 });
    expect(await waits(colleague)).toEqual([["海岳机械", "小王"]]);
    await company.workAll();
    await answer(questionId, { isWelcome: true, word: null, revision: 3 });
    expect(await mine()).toMatchObject({ state: "welcome" });
  });

  it("takes nothing back of what a colleague has said the day before", async () => {
    const { questionId } = await ask();
    await answer(questionId);
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await withdraw((await ask()).questionId);
    expect(await mine()).toMatchObject({ questionId, state: "declined" });
  });

  it("is the asker's to take back, and stays as it is once it is answered", async () => {
    const { questionId } = await ask();
    await expect(withdraw(questionId, colleague)).rejects.toMatchObject({ code: "visitQuestion.unknown" });
    await answer(questionId);
    expect((await withdraw(questionId)).question).toMatchObject({ state: "declined" });
  });
});

it("is part of what somebody takes along of their own", async () => {
  await ask();
  const { questions } = await company.as(rep).call("privacy.export", { period: "2026-03" });
  expect(questions).toMatchObject([{ customerName: "海岳机械", askedName: "小李", state: "open" }]);
});

it("is part of what who was asked takes along, with the word of theirs", async () => {
  const { questionId } = await ask();
  await answer(questionId, { isWelcome: false, word: "明天签合同" });
  const { questions, questionsToMe } = await company.as(colleague).call("privacy.export", { period: "2026-03" });
  expect(questions).toEqual([]);
  expect(questionsToMe).toMatchObject([{ customerName: "海岳机械", state: "declined", word: "明天签合同" }]);
});

it("is deleted once it is as old as positions are kept", async () => {
  await ask();
  const { tick } = scheduler(
    company.app.deps,
    crontab(company.app.deps).filter(({ name }) => name === "erase-positions"),
  );
  await tick();
  company.app.clock.set("2026-06-24T03:00:00+08:00");
  await tick();
  expect(await stored("visitQuestions")).toHaveLength(1);
  company.app.clock.set("2026-06-25T03:00:00+08:00");
  await tick();
  expect(await stored("visitQuestions")).toEqual([]);
});
