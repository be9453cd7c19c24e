import { approversOf } from "../../../../server/features/approvals";
import { noticeReads, remindNextSteps, remindRecords } from "../../../../server/features/notices";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
  visitBody,
} from "../../../support/given";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  await givenConsent(company, rep);
  return { rep, customer: await givenCustomer(company, { owner: rep, shortName: "海岳机械" }) };
});

let company: Company;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, customer } = await start());
});

const visited = (nextStep: { text: string; on: string } | null) => givenVisit(company, { rep, customer, nextStep });

async function onMorningOf(day: string, runId = day): Promise<string[]> {
  const { app } = company;
  app.clock.set(`${day}T08:38:00+08:00`);
  await remindNextSteps({ at: app.deps.clock.now(), runId }, app.deps);
  await company.workAll();
  return company.toldTo(rep);
}

async function remindedOfRecordsAt(instant: string): Promise<string[]> {
  const { app } = company;
  app.clock.set(instant);
  const reads = noticeReads(app.deps, approversOf);
  for (const runId of ["run", "again"]) await remindRecords({ at: app.deps.clock.now(), runId }, reads, app.deps);
  await company.workAll();
  return company.toldTo(rep);
}

describe("a check-in without a record", () => {
  it("is told before the evening, and in the morning before it is too late, once each", async () => {
    await givenCheckIn(company, { rep, customer });
    const sentence = "有 1 次打卡还没写拜访记录，最早的一次过了 3月27日 09:00 再写就不算。";
    expect(await remindedOfRecordsAt("2026-03-26T17:43:00+08:00")).toEqual([sentence]);
    expect(await remindedOfRecordsAt("2026-03-27T08:43:00+08:00")).toEqual([sentence, sentence]);
  });

  it("is told of as well where its record leaves out a required step", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    const type = { typeId: "hospital", version: 1 };
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn, { type, answers: [] }));
    expect(await remindedOfRecordsAt("2026-03-26T17:43:00+08:00")).toEqual([
      "有 1 次打卡的拜访记录没写，或缺必填的步骤，最早的一次过了 3月27日 09:00 再补就不算。",
    ]);
  });

  const lapsed = "有 1 次打卡过了 24 小时还没有写好记录，不算有效拜访。记录还可以补写，会留着，但不再计入。";

  const onMonday = async () => {
    company.app.clock.set("2026-03-30T09:00:00+08:00");
    return givenCheckIn(company, { rep, customer });
  };

  it("is told of once when it has become too late, with a way to it", async () => {
    const { checkInId } = await onMonday();
    expect(await remindedOfRecordsAt("2026-03-31T17:43:00+08:00")).toEqual([lapsed]);
    expect(await remindedOfRecordsAt("2026-04-01T08:43:00+08:00")).toEqual([lapsed]);
    const { items } = await company.as(rep).call("notices.list", {});
    expect(items[0]?.opens).toContain(`/pages/field/visit/index?checkInId=${encodeURIComponent(checkInId)}`);
  });

  it("is told of after a day on which nothing ran", async () => {
    await onMonday();
    expect(await remindedOfRecordsAt("2026-04-01T17:43:00+08:00")).toEqual([lapsed]);
  });

  it("that became too late before a weekend is told of after it", async () => {
    company.app.clock.set("2026-03-26T19:00:00+08:00");
    await givenCheckIn(company, { rep, customer });
    expect(await remindedOfRecordsAt("2026-03-28T08:43:00+08:00")).toEqual([]);
    company.app.clock.set("2026-03-30T08:20:00+08:00");
    await company.workAll();
    expect(company.toldTo(rep)).toEqual([lapsed]);
  });

  it("whose record was written too late is not told of again", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    company.app.clock.set("2026-03-27T10:00:00+08:00");
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(await remindedOfRecordsAt("2026-03-27T17:43:00+08:00")).toEqual([]);
  });

  it("is not told of where the record is written", async () => {
    await visited(null);
    expect(await remindedOfRecordsAt("2026-03-26T17:43:00+08:00")).toEqual([]);
  });
});

describe("a next step that was written down", () => {
  it("is told on the morning of its day, once", async () => {
    await visited({ text: "演示", on: "2026-04-02" });
    expect(await onMorningOf("2026-04-01")).toEqual([]);
    expect(await onMorningOf("2026-04-02")).toEqual(["今天约了 1 家：海岳机械。"]);
    expect(await onMorningOf("2026-04-02", "again")).toEqual(["今天约了 1 家：海岳机械。"]);
  });

  it("of a day off is told on the next working day", async () => {
    await visited({ text: "演示", on: "2026-04-05" }); // a Sunday, and 清明 the day after
    expect(await onMorningOf("2026-04-06")).toEqual([]);
    expect(await onMorningOf("2026-04-07")).toEqual(["今天约了 1 家：海岳机械。"]);
  });

  it("is told no more where a later visit has followed", async () => {
    await visited({ text: "演示", on: "2026-04-02" });
    company.app.clock.set("2026-03-27T09:00:00+08:00");
    await visited(null);
    expect(await onMorningOf("2026-04-02")).toEqual([]);
  });

  it("is told no more where it was done by phone", async () => {
    const { visitId } = await visited({ text: "演示", on: "2026-04-02" });
    const done = { commandId: company.newId(), version: 1, on: "2026-04-02", done: true };
    await company.as(rep).call("visits.settleNextStep", { visitId }, done);
    expect(await onMorningOf("2026-04-02")).toEqual([]);
  });

  it("stands in the list of customers", async () => {
    await visited({ text: "演示", on: "2026-04-02" });
    const { items } = await company.as(rep).call("customers.mine", {});
    expect(items).toMatchObject([{ lastVisitOn: "2026-03-26", nextStep: { text: "演示", on: "2026-04-02" } }]);
  });
});
