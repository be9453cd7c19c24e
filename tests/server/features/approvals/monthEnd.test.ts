import { remindMonthEnd } from "../../../../server/features/approvals";
import {
  type Company,
  confirm,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenSale,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";

/* A sale that waits when its month ends: confirmed later, it counts in the next one. */

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { manager: { name: "陈浩" }, reps: [{ name: "小王" }] });
  const [rep] = reps;
  await givenConsent(company, rep);
  return { manager, rep, customer: await givenCustomer(company, { owner: rep, shortName: "海岳机械" }) };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, customer } = await start({ now: "2026-03-30T16:00:00+08:00" }));
});

const run = (runId: string) => remindMonthEnd({ at: company.app.deps.clock.now(), runId }, company.app.deps);
const sentence = "还在等陈浩确认。3月31日前（含当天）确认才计入3月，再晚计入下个月。可以当面问问。";

async function toldOn(day: string): Promise<string[]> {
  company.app.clock.set(`${day}T09:08:00+08:00`);
  await run(day);
  await company.workAll();
  return company.toldTo(rep);
}

describe("its rep", () => {
  it("is told on the month's last working day for whom it waits and what comes of it", async () => {
    await givenSale(company, { rep, customer });
    expect(await toldOn("2026-03-30")).toEqual([]);
    expect(await toldOn("2026-03-31")).toEqual([sentence]);
  });

  it("is told once, also where two processes look", async () => {
    await givenSale(company, { rep, customer });
    company.app.clock.set("2026-03-31T09:08:00+08:00");
    await Promise.all([run("one"), run("other")]);
    expect(await toldOn("2026-03-31")).toEqual([sentence]);
  });

  it("is told on the last working day where the month ends with a weekend", async () => {
    company.app.clock.set("2026-05-28T16:00:00+08:00");
    await givenSale(company, { rep, customer });
    expect(await toldOn("2026-05-28")).toEqual([]);
    expect(await toldOn("2026-05-29")).toHaveLength(1);
    expect(await toldOn("2026-05-31")).toHaveLength(1);
  });

  it("is told after the weekend where no server ran on the last working day before it", async () => {
    company.app.clock.set("2026-05-28T16:00:00+08:00");
    await givenSale(company, { rep, customer });
    expect(await toldOn("2026-05-30")).toEqual([]);
    expect(await toldOn("2026-06-01")).toEqual([expect.stringContaining("现在确认计入6月")]);
  });

  it("is told what has come of it where no server ran until the month was over", async () => {
    await givenSale(company, { rep, customer });
    const over = "3月已经过去，还在等陈浩确认，现在确认计入4月。可以当面问问。";
    expect(await toldOn("2026-04-02")).toEqual([over]);
    expect(await toldOn("2026-04-03")).toEqual([over]);
  });

  it("is not told of a month that is long over", async () => {
    await givenSale(company, { rep, customer });
    expect(await toldOn("2026-04-08")).toEqual([]);
  });

  it("is not told after the month of one that was sent after that morning", async () => {
    company.app.clock.set("2026-03-31T16:00:00+08:00");
    await givenSale(company, { rep, customer });
    expect(await toldOn("2026-04-01")).toEqual([]);
  });

  it("is not told where it was confirmed before the message went", async () => {
    const sale = await givenSale(company, { rep, customer });
    await company.workAll();
    company.app.clock.set("2026-03-31T09:08:00+08:00");
    await run("day");
    await confirm(company, sale, manager);
    await company.workAll();
    expect(company.toldTo(rep)).not.toContain(sentence);
  });

  it("is not told of one that was signed in an earlier month", async () => {
    await givenSale(company, { rep, customer, signedOn: "2026-02-27" });
    expect(await toldOn("2026-03-31")).toEqual([]);
  });
});

it("is first among what waits for whoever decides, before what has waited longer", async () => {
  const { checkInId } = await givenCheckIn(company, { rep, customer, northM: 215 });
  company.app.clock.advance({ minutes: 5 });
  const { saleId } = await givenSale(company, { rep, customer });
  for (const operation of ["todos.approvals", "todos.mine"] as const) {
    const { items } = await company.as(manager).call(operation);
    expect(items.map(({ subjectId }) => subjectId)).toEqual([saleId, checkInId]);
  }
});

it("of an earlier month is not first: it counts in this one whenever that is", async () => {
  const { checkInId } = await givenCheckIn(company, { rep, customer, northM: 215 });
  company.app.clock.advance({ minutes: 5 });
  const { saleId } = await givenSale(company, { rep, customer, signedOn: "2026-02-27" });
  const { items } = await company.as(manager).call("todos.approvals");
  expect(items.map(({ subjectId }) => subjectId)).toEqual([checkInId, saleId]);
});
