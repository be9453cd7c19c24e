import { contracts } from "@shared/contracts";
import { scheduler } from "../../../../server/jobs";
import { crontab } from "../../../../server/jobs/crontab";
import {
  type Company,
  type Customer,
  givenCustomer,
  givenConfirmedSale,
  givenTeam,
  type Person,
  prepare,
} from "../../../support/given";
import { lookAt, stored } from "../../../support/testDatabase";
import { ReportModel } from "../../../../server/features/reports/reportModel";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  return { rep, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, customer } = await start());
});

const night = (job: string) => {
  const { tick } = scheduler(
    company.app.deps,
    crontab(company.app.deps).filter(({ name }) => name === job),
  );
  return async (at: string) => {
    company.app.clock.set(`${at}+08:00`);
    await tick();
  };
};
const report = () =>
  company
    .as(rep)
    .call("reports.send", undefined, { ...contracts["reports.send"].example.body, commandId: company.newId() });

describe("problems that people have reported", () => {
  it("are deleted at night when they are a year old", async () => {
    const runAt = night("erase-reports");
    await runAt("2026-03-26T09:00:00");
    await report();
    await runAt("2027-03-26T03:00:00");
    expect(await stored("reports")).toHaveLength(1);
    await runAt("2027-03-27T03:00:00");
    expect(await stored("reports")).toEqual([]);
    expect(await stored("auditEntries", { action: "reports.erase" })).toMatchObject([{ detail: { count: 1 } }]);
  });

  it("are deleted in batches, however many there are", async () => {
    const runAt = night("erase-reports");
    await runAt("2026-03-26T09:00:00");
    await report();
    const [one] = await stored("reports");
    const many = Array.from({ length: 620 }, (_, index) => ({ ...one, _id: `${String(one?._id)}-${index}` }));
    await lookAt(() => ReportModel.collection.insertMany(many as never));
    await runAt("2027-03-28T03:00:00");
    expect(await stored("reports")).toEqual([]);
    const entries = await stored("auditEntries", { action: "reports.erase" });
    expect(entries.map(({ detail }) => (detail as { count: number }).count).sort()).toEqual([121, 500]);
  });
});

describe("messages", () => {
  it("are deleted at night when they are two years old", async () => {
    const runAt = night("erase-messages");
    await runAt("2026-03-26T09:00:00");
    await givenConfirmedSale(company, { rep, customer });
    await company.workAll();
    expect((await stored("notices")).length).toBeGreaterThan(0);
    await runAt("2028-03-25T03:00:00");
    expect((await stored("notices")).length).toBeGreaterThan(0);
    await runAt("2028-03-26T03:00:00");
    expect(await stored("notices")).toEqual([]);
  });
});

it("says to each person how long what is kept", async () => {
  expect((await company.app.me(rep.memberId)).privacy).toMatchObject({
    positionKeptDays: 90,
    photoKeptDays: 730,
    reportKeptDays: 365,
    messageKeptDays: 730,
  });
});
