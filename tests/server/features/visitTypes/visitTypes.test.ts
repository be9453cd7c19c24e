import { randomUUID } from "node:crypto";
import { connection } from "mongoose";
import type { BodyOf } from "@shared/contracts";
import { saveVisitType } from "../../../../server/features/visitTypes/saveVisitType";
import { KeyedQueue } from "../../../../server/lib/keyedQueue";
import { readSessionMember } from "../../../../server/features/members";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenMember,
  givenTeam,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";
import { holdNextTransaction } from "../../../support/heldTransaction";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  return {
    ...{ rep, manager, customer: await givenCustomer(company, { owner: rep }) },
    admin: await givenMember(company, { name: "秦宇", roles: ["admin"] }),
  };
});

let company: Company;
let rep: Person;
let manager: Person;
let admin: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, manager, admin, customer } = await start());
  await givenConsent(company, rep);
});
afterEach(() => jest.restoreAllMocks());

type Body = BodyOf<"visitTypes.save">;
const record = { stepId: "record", kind: "record", label: "谈了什么", required: true, options: [] } as const;
const rivals = { stepId: "rivals", kind: "choice", label: "竞品", required: true, options: ["有", "没有"] } as const;
const body = (more: Partial<Body> = {}): Body => ({
  commandId: randomUUID(),
  version: 0,
  name: "学术会议",
  steps: [
    { ...record, options: [] },
    { ...rivals, options: [...rivals.options] },
  ],
  asksTimeOnSite: false,
  seenBy: "everybody",
  inUse: true,
  ...more,
});
const save = (typeId: string, more: Partial<Body> = {}, who = admin) =>
  company.as(who).call("visitTypes.save", { typeId }, body(more));
const offeredTo = async (who: Person) => (await company.as(who).call("visitTypes.mine")).items.map(({ name }) => name);
const shipped = ["普通拜访", "医院拜访", "巡店", "项目拜访", "送样"];

describe("types of visits", () => {
  it("are there on a company's first day", async () => {
    expect(await offeredTo(rep)).toEqual(shipped);
  });

  it("are added by an administrator, and offered to everybody from then on", async () => {
    const { visitType } = await save("t-meeting");
    expect(visitType).toMatchObject({ version: 1, changed: { byName: "秦宇" } });
    expect(await offeredTo(rep)).toEqual([...shipped, "学术会议"]);
  });

  describe("have steps of words", () => {
    const topic = { stepId: "topic", kind: "text", label: "主题", required: false, options: [] } as const;
    const steps = (isShort?: boolean): Body["steps"] => [
      { ...record, options: [] },
      { ...topic, options: [], ...(isShort !== undefined && { isShort }) },
    ];
    const askedShortly = async (typeId: string) => {
      const { items } = await company.as(rep).call("visitTypes.mine");
      const type = items.find((one) => one.typeId === typeId);
      return type?.steps.flatMap(({ stepId, isShort }) => (isShort ? [stepId] : []));
    };

    it("of which a hospital's department is one line from the first day", async () => {
      expect(await askedShortly("hospital")).toEqual(["department"]);
    });

    it("of which an administrator makes one a line, and a paragraph again", async () => {
      await save("t-meeting", { steps: steps(true) });
      expect(await askedShortly("t-meeting")).toEqual(["topic"]);
      await save("t-meeting", { version: 1, steps: steps(false) });
      expect(await askedShortly("t-meeting")).toEqual([]);
    });

    it("of which one stays a line where a program of before changes its type", async () => {
      await save("t-meeting", { steps: steps(true) });
      await save("t-meeting", { version: 1, name: "科室会", steps: steps() });
      expect(await askedShortly("t-meeting")).toEqual(["topic"]);
    });

    it("and nothing but words is asked for as a line", async () => {
      await save("t-meeting", { steps: [{ ...record, options: [], isShort: true }] });
      expect(await askedShortly("t-meeting")).toEqual([]);
    });
  });

  it("are added once, also when the tap arrives twice", async () => {
    const sent = body();
    const call = () => company.as(admin).call("visitTypes.save", { typeId: "t-meeting" }, sent);
    const [first, again] = await Promise.all([call(), call()]);
    expect(again).toEqual(first);
    expect(await stored("visitTypes")).toHaveLength(1);
  });

  it("are changed by a next version, in their place of the list", async () => {
    await save("hospital", { version: 1, name: "医院" });
    expect(await offeredTo(rep)).toEqual(["普通拜访", "医院", "巡店", "项目拜访", "送样"]);
  });

  it("of a company's own stay in force where one of that number is shipped later", async () => {
    await save("hospital", { version: 1, name: "医院" });
    const own = { typeId: "store", name: "自家巡店", version: 2 };
    const [hospital] = await stored("visitTypes");
    await connection.collection<{ _id: string }>("visitTypes").insertOne({ ...hospital, ...own, _id: "store@2" });
    expect(await offeredTo(rep)).toEqual(["普通拜访", "医院", "自家巡店", "项目拜访", "送样"]);
    const checkIn = await givenCheckIn(company, { rep, customer });
    const answers = [{ stepId: "rivals", value: "没有" }];
    const written = visitBody(company, checkIn, { type: { typeId: "store", version: 2 }, answers });
    const { visit } = await company.as(rep).call("visits.record", undefined, written);
    expect(visit.type.name).toBe("自家巡店");
  });

  it("add no version where nothing is different", async () => {
    const { visitType } = await save("t-meeting");
    expect((await save("t-meeting", { version: 1 })).visitType).toEqual(visitType);
    expect(await stored("visitTypes")).toHaveLength(1);
  });

  it("begin with the one that an administrator has put first, also after it is changed", async () => {
    const first = async () => (await company.as(rep).call("visitTypes.mine")).items[0]?.name;
    const { items } = await company.as(admin).call("visitTypes.list");
    const hospital = items.find(({ typeId }) => typeId === "hospital");
    if (!hospital) throw new Error("no hospital");
    const { typeId, name, steps, asksTimeOnSite, seenBy, inUse } = hospital;
    const save = (version: number, more: Partial<Body>) => {
      const rules = { name, steps, asksTimeOnSite, seenBy, inUse };
      return company
        .as(admin)
        .call("visitTypes.save", { typeId }, { commandId: randomUUID(), version, ...rules, ...more });
    };
    expect(await first()).toBe("普通拜访");
    await save(hospital.version, { isFirst: true });
    expect(await first()).toBe("医院拜访");
    await save(hospital.version + 1, { name: "门诊拜访" });
    expect(await first()).toBe("门诊拜访");
  });

  it("go out of use and come back", async () => {
    await save("store", { version: 2, name: "巡店", inUse: false });
    expect(await offeredTo(rep)).not.toContain("巡店");
    await save("store", { version: 3, name: "巡店" });
    expect(await offeredTo(rep)).toContain("巡店");
  });

  it("are offered to whom they are for", async () => {
    await save("t-coach", { name: "陪访", seenBy: "leaders" });
    await save("t-tour", { name: "走街", seenBy: "reps" });
    expect((await offeredTo(manager)).filter((name) => !shipped.includes(name))).toEqual(["陪访"]);
    expect((await offeredTo(rep)).filter((name) => !shipped.includes(name))).toEqual(["走街"]);
  });

  it("are kept from two administrators who change one at the same time", async () => {
    await save("hospital", { version: 1, name: "医院" });
    await expect(save("hospital", { version: 1, name: "医院访问" })).rejects.toMatchObject({
      status: 409,
      code: "stale",
      problem: { version: 2 },
    });
  });

  it("take one of two versions that come by two processes", async () => {
    const actor = await readSessionMember(admin.memberId, "2026-03-26");
    if (!actor) throw new Error("no administrator");
    // Past this process's queue, as from another one.
    const outcomes = await Promise.allSettled([
      saveVisitType(company.app.deps, { actor, typeId: "hospital", body: body({ version: 1, name: "甲" }) }),
      company.as(admin).call("visitTypes.save", { typeId: "hospital" }, body({ version: 1, name: "乙" })),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored("visitTypes")).toHaveLength(1);
  });

  it("are not called alike by two administrators at two processes", async () => {
    // Each process has queues of its own, and so here there are none.
    jest.spyOn(KeyedQueue.prototype, "runAll").mockImplementation((_keys, work) => work());
    const held = holdNextTransaction();
    const first = save("t-first");
    first.catch(() => undefined);
    await Promise.race([held.reached, first]);
    await save("t-second");
    held.release();
    const problem = { fields: [expect.objectContaining({ code: "name.taken" })] };
    await expect(first).rejects.toMatchObject({ code: "input.invalid", problem });
  });

  it.each<[string, Partial<Body>, string]>([
    ["another's name", { name: "巡店" }, "name.taken"],
    ["no step for the record", { steps: [{ ...rivals, options: ["有", "没有"] }] }, "steps.recordMissing"],
    [
      "a choice of one",
      {
        steps: [
          { ...record, options: [] },
          { ...rivals, options: ["有"] },
        ],
      },
      "step.optionsFew",
    ],
  ])("are refused with %s, and nothing changes", async (_, more, code) => {
    const fault = { status: 400, code: "input.invalid", problem: { fields: [expect.objectContaining({ code })] } };
    await expect(save("t-meeting", more)).rejects.toMatchObject(fault);
    expect(await stored("visitTypes")).toEqual([]);
  });

  it("never all go out of use", async () => {
    const { items } = await company.as(admin).call("visitTypes.list");
    for (const { typeId, version } of items.filter((type) => type.typeId !== "plain"))
      await save(typeId, { version, name: typeId, inUse: false });
    await expect(save("plain", { version: 1, name: "普通拜访", inUse: false })).rejects.toMatchObject({
      status: 409,
      code: "visitType.last",
    });
  });
});

describe("a record of a type", () => {
  const write = async (more: Partial<BodyOf<"visits.record">>) =>
    (
      await company
        .as(rep)
        .call("visits.record", undefined, visitBody(company, await givenCheckIn(company, { rep, customer }), more))
    ).visit;
  const hospital = { type: { typeId: "hospital", version: 1 }, answers: [{ stepId: "feedback", value: "同意看演示" }] };
  const correct = (visit: { visitId: string; version: number }, more: Partial<BodyOf<"visits.correct">>) =>
    company.as(rep).call(
      "visits.correct",
      { visitId: visit.visitId },
      {
        ...{ commandId: randomUUID(), version: visit.version, purpose: "followUp", peopleMet: "张主任" },
        ...{ record: "确认了交期", nextStep: { text: "送样", on: "2026-04-02" } },
        ...more,
      },
    );
  const read = (visitId: string) => company.as(rep).call("visits.read", { visitId });
  const visitsToday = async () => (await company.as(rep).call("today.read")).mine?.effectiveVisitsCount ?? 0;

  it("counts with all that the type cannot do without", async () => {
    const visit = await write(hospital);
    expect(visit).toMatchObject({ effective: true, type: { name: "医院拜访", version: 1 }, answers: hospital.answers });
  });

  it("names the missing step as the reason why it does not count", async () => {
    expect(await write({ ...hospital, answers: [] })).toMatchObject({ effective: false, reason: "steps.missing" });
    expect(await visitsToday()).toBe(0);
  });

  it("that leaves out a step on a day that counts already is promised nothing", async () => {
    await write(hospital);
    company.app.clock.advance({ minutes: 60 });
    const { visitId } = await write({ ...hospital, answers: [] });
    await company.workAll();
    const { visit } = await read(visitId);
    expect(visit.reason).toBe("alreadyCountedToday");
    expect(await correct(visit, hospital)).toMatchObject({ effective: false });
  });

  it("waits among what is to be done, with what it leaves out, until it is too late", async () => {
    await write({ ...hospital, answers: [] });
    const waiting = async () =>
      (await company.as(rep).call("todos.mine")).items.filter(({ kind }) => kind === "record");
    expect(await waiting()).toMatchObject([{ text: "医生的反馈" }]);
    company.app.clock.advance({ hours: 24, ms: 1 });
    expect(await waiting()).toEqual([]);
  });

  it("counts once the step is there, within 24 hours", async () => {
    const visit = await write({ ...hospital, answers: [] });
    company.app.clock.advance({ minutes: 23 * 60 });
    expect(await correct(visit, hospital)).toMatchObject({ effective: true, version: 2 });
    expect(await visitsToday()).toBe(1);
  });

  it("is late once the step comes after 24 hours", async () => {
    const visit = await write({ ...hospital, answers: [] });
    company.app.clock.advance({ minutes: 25 * 60 });
    expect((await correct(visit, hospital)).effective).toBe(false);
    expect((await read(visit.visitId)).visit.reason).toBe("record.late");
  });

  it("keeps the step that it counts by", async () => {
    const visit = await write(hospital);
    await expect(correct(visit, { ...hospital, answers: [] })).rejects.toMatchObject({
      status: 400,
      problem: { fields: [{ field: "steps.feedback", code: "step.required" }] },
    });
  });

  it("says before and after a correction what was answered", async () => {
    const visit = await write(hospital);
    const answers = [{ stepId: "feedback", value: "改成月底看演示" }];
    await correct(visit, { ...hospital, answers });
    const page = await read(visit.visitId);
    expect([page.visit.answers, page.earlier[0]?.answers]).toEqual([answers, hospital.answers]);
  });

  it("stays as it was when the type is changed later", async () => {
    const visit = await write(hospital);
    await save("hospital", { version: 1, name: "医院访问" });
    expect((await read(visit.visitId)).visit).toMatchObject({
      effective: true,
      type: { version: 1, name: "医院拜访" },
    });
  });

  it("is written by the version that a phone without a network knew", async () => {
    await save("hospital", { version: 1, name: "医院访问" });
    expect(await write(hospital)).toMatchObject({ effective: true, type: { version: 1 } });
  });

  describe("that has gone out of use", () => {
    const outOfUse = (code: string) => ({ status: 409, code });
    const takeOut = (typeId = "hospital") => save(typeId, { version: 1, name: "医院访问", inUse: false });
    const writtenAt = (at: Date, timeKind: "anchored" | "uncertain" = "anchored") => ({
      ...hospital,
      written: { at: at.toISOString(), timeKind },
    });

    it("is taken on that day: phones have not heard of it yet", async () => {
      await takeOut();
      expect(await write(hospital)).toMatchObject({ effective: true, type: { typeId: "hospital", version: 1 } });
    });

    it("is refused from the next day on, and nothing is kept", async () => {
      await takeOut();
      company.app.clock.advance({ hours: 24 });
      await expect(write(hospital)).rejects.toMatchObject(outOfUse("visitType.outOfUse"));
      expect(await stored("visits")).toEqual([]);
    });

    it("is refused by the day on which it went, whatever was changed of it since", async () => {
      await takeOut();
      company.app.clock.advance({ hours: 24 });
      await save("hospital", { version: 2, name: "医院拜访（旧）", inUse: false });
      await expect(write(hospital)).rejects.toMatchObject(outOfUse("visitType.outOfUse"));
    });

    it.each(["anchored", "uncertain"] as const)(
      "is taken days later where it was written before, by a phone without a network whose time is %s",
      async (timeKind) => {
        const at = company.app.deps.clock.now();
        await takeOut();
        company.app.clock.advance({ hours: 40 });
        expect((await write(writtenAt(at, timeKind))).type.typeId).toBe("hospital");
      },
    );

    it("is corrected as what it is, and no other record becomes one", async () => {
      const [visit, plain] = [await write(hospital), await write({})];
      await takeOut();
      company.app.clock.advance({ hours: 24 });
      expect(await correct(visit, { ...hospital, record: "又问了交期" })).toMatchObject({ version: 2 });
      await expect(correct(plain, hospital)).rejects.toMatchObject(outOfUse("visitType.outOfUse"));
    });

    it("is taken again once its type is back", async () => {
      await takeOut();
      company.app.clock.advance({ hours: 24 });
      await save("hospital", { version: 2, name: "医院访问" });
      expect((await write(hospital)).type.typeId).toBe("hospital");
    });

    it("is refused of the plain type, too, where it is named", async () => {
      await takeOut("plain");
      company.app.clock.advance({ hours: 24 });
      const plain = { type: { typeId: "plain", version: 1 } };
      await expect(write(plain)).rejects.toMatchObject(outOfUse("visitType.outOfUse"));
    });
  });

  it("is one of a company's own type", async () => {
    await save("t-meeting");
    const own = { type: { typeId: "t-meeting", version: 1 }, answers: [{ stepId: "rivals", value: "没有" }] };
    expect(await write(own)).toMatchObject({ effective: true, type: { name: "学术会议" }, answers: own.answers });
  });

  it("of no kind that is known is a plain one", async () => {
    expect(await write({})).toMatchObject({ effective: true, type: { typeId: "plain" }, answers: [] });
  });

  it.each<[string, Partial<BodyOf<"visits.record">>, string]>([
    ["a type that there is not", { type: { typeId: "hospital", version: 7 } }, "visitType.unknown"],
    ["an answer that no step asks for", { ...hospital, answers: [{ stepId: "rivals", value: "有" }] }, "input.invalid"],
    [
      "a number in words",
      { type: { typeId: "store", version: 1 }, answers: [{ stepId: "facings", value: "很多" }] },
      "input.invalid",
    ],
  ])("is refused with %s, and nothing is kept", async (_, more, code) => {
    await expect(write(more)).rejects.toMatchObject({ code });
    expect(await stored("visits")).toEqual([]);
  });

  it("is read with its answers by the leader who decides on its check-in", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer, northM: 215 });
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn, hospital));
    const { review } = await company.as(manager).call("reviews.read", { checkInId: checkIn.checkInId });
    expect(review.record).toMatchObject({
      typeName: "医院拜访",
      answers: [{ label: "医生的反馈", value: "同意看演示" }],
    });
  });

  it("stands with its answers in the client's stream", async () => {
    await write(hospital);
    const { items } = await company.as(rep).call("customers.timeline", { customerId: customer.customerId });
    expect(items.find(({ kind }) => kind === "visit")?.answers).toEqual([{ label: "医生的反馈", value: "同意看演示" }]);
  });

  it("is exported with the names that its steps had", async () => {
    await write(hospital);
    const { visits } = await company.as(rep).call("privacy.export", { period: "2026-03" });
    expect(visits[0]).toMatchObject({ typeName: "医院拜访", answers: [{ label: "医生的反馈", value: "同意看演示" }] });
  });
});
