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

/* A message that asked for something says in the list when that is done, or can be done no more. */

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  await givenConsent(company, rep);
  const [customer, other] = [
    await givenCustomer(company, { owner: rep, shortName: "海岳机械" }),
    await givenCustomer(company, { owner: rep, shortName: "粤联电气" }),
  ];
  return { rep, customer, other };
});

let company: Company;
let rep: Person;
let customer: Customer;
let other: Customer;
beforeEach(async () => {
  ({ company, rep, customer, other } = await start());
});

async function remindedAt(instant: string): Promise<void> {
  const { app } = company;
  app.clock.set(instant);
  const slot = { at: app.deps.clock.now(), runId: instant };
  await remindRecords(slot, noticeReads(app.deps, approversOf), app.deps);
  await remindNextSteps(slot, app.deps);
  await company.workAll();
}

const list = () => company.as(rep).call("notices.list", {});
const standing = async (kind: string) => {
  const found = (await list()).items.find((notice) => notice.kind === kind);
  return found && (found.handled ? "handled" : found.expired ? "expired" : "open");
};

async function written(checkIn: Awaited<ReturnType<typeof givenCheckIn>>): Promise<void> {
  await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
  await company.workAll();
}

describe("a message that asks for records", () => {
  it("is done once the last of them is written", async () => {
    const first = await givenCheckIn(company, { rep, customer });
    const second = await givenCheckIn(company, { rep, customer: other });
    await remindedAt("2026-03-26T17:43:00+08:00");
    await written(first);
    expect(await standing("records_due")).toBe("open");
    await written(second);
    expect(await standing("records_due")).toBe("handled");
    expect((await list()).unreadCount).toBe(0);
  });

  it("is done on the morning after, too", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    await remindedAt("2026-03-26T17:43:00+08:00");
    company.app.clock.set("2026-03-27T08:30:00+08:00");
    await written(checkIn);
    expect(await standing("records_due")).toBe("handled");
  });

  it("is not done by a record that leaves out a required step", async () => {
    const checkIn = await givenCheckIn(company, { rep, customer });
    await remindedAt("2026-03-26T17:43:00+08:00");
    const type = { typeId: "hospital", version: 1 };
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn, { type, answers: [] }));
    await company.workAll();
    expect(await standing("records_due")).toBe("open");
  });

  it("asks for nothing any more once it is too late", async () => {
    await givenCheckIn(company, { rep, customer });
    await remindedAt("2026-03-26T17:43:00+08:00");
    company.app.clock.set("2026-03-27T09:01:00+08:00");
    expect(await standing("records_due")).toBe("expired");
  });
});

describe("a message of the morning that says whom one means to see", () => {
  const planned = async () => {
    const { visitId } = await givenVisit(company, { rep, customer, nextStep: { text: "演示", on: "2026-04-02" } });
    await remindedAt("2026-04-02T08:38:00+08:00");
    return visitId;
  };

  it("is done once that was settled without a visit", async () => {
    const visitId = await planned();
    expect(await standing("next_steps")).toBe("open");
    const done = { commandId: company.newId(), version: 1, on: "2026-04-02", done: true };
    await company.as(rep).call("visits.settleNextStep", { visitId }, done);
    await company.workAll();
    expect(await standing("next_steps")).toBe("handled");
  });

  it("is of that day alone", async () => {
    await planned();
    company.app.clock.set("2026-04-03T08:00:00+08:00");
    expect(await standing("next_steps")).toBe("expired");
  });
});
