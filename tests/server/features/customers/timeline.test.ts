import { randomUUID } from "node:crypto";
import {
  checkInBody,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenFollowUp,
  givenSale,
  givenTeam,
  givenVisit,
  prepare,
  visitBody,
  type Company,
  type Customer,
  type Person,
} from "../../../support/given";
import { putStored, stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const customer = await givenCustomer(company, { owner: rep, coServedBy: [colleague] });
  await givenConsent(company, rep);
  await givenConsent(company, colleague);
  await givenVisit(company, { rep, customer });
  await givenCheckIn(company, { rep: colleague, customer });
  await givenSale(company, { rep, customer, amountFen: 5_000_000 });
  return { manager, rep, colleague, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, manager, rep, colleague, customer } = await start());
});

const read = async (by: Person, cursor?: string) =>
  company.as(by).call("customers.timeline", { customerId: customer.customerId, ...(cursor && { cursor }) });
const rows = async (by: Person) =>
  (await read(by)).items.map(({ kind, byName, amountFen, opens }) => [kind, byName, amountFen, opens?.page ?? null]);
const byKind = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));

it("tells everything about a client in one stream, and opens what is one's own", async () => {
  expect((await rows(rep)).sort(byKind)).toEqual([
    ["checkIn", colleague.name, null, null],
    ["sale", rep.name, 5_000_000, "sale"],
    ["visit", rep.name, null, "visit"],
  ]);
});

it("shows a colleague who serves it the visits of others, and no sums of theirs", async () => {
  expect((await rows(colleague)).sort(byKind)).toEqual([
    ["checkIn", colleague.name, null, "record"],
    ["sale", rep.name, null, null],
    ["visit", rep.name, null, null],
  ]);
  expect(await stored("auditEntries", { action: "member.read" })).toEqual([]);
});

it("shows a leader the sums, and the reps that the leader has looked", async () => {
  expect((await rows(manager)).sort(byKind)).toContainEqual(["sale", rep.name, 5_000_000, "sale"]);
  const looks = await stored("auditEntries", { action: "member.read" });
  expect(looks.map(({ subject }) => String(subject)).sort()).toEqual(
    [rep, colleague].map(({ memberId }) => `member:${memberId}`).sort(),
  );
});

it("tells of a call by whom, in whose words, and never as a visit", async () => {
  await givenFollowUp(company, { rep, customer, record: "改到下周送样" });
  const ofColleague = (await read(colleague)).items.filter(({ kind }) => kind === "followUp");
  expect(ofColleague).toMatchObject([{ byName: rep.name, text: "改到下周送样", channel: "phone", opens: null }]);
  const [own] = (await read(rep)).items.filter(({ kind }) => kind === "followUp");
  expect(own?.opens?.page).toBe("followUp");
});

it("notes that a leader has read what somebody wrote about a call", async () => {
  await givenFollowUp(company, { rep: colleague, customer });
  await read(manager);
  const looks = await stored("auditEntries", { action: "member.read", subject: `member:${colleague.memberId}` });
  expect(looks).toHaveLength(1);
});

it("names what was edited, and goes on page after page, each thing once, the newest first", async () => {
  const { name, shortName, industry, grade } = (
    await company.as(rep).call("customers.read", { customerId: customer.customerId })
  ).customer;
  for (let revision = 1; revision <= 25; revision += 1) {
    const stage = revision % 2 ? "签单" : "服务中";
    const body = {
      commandId: randomUUID(),
      revision,
      name,
      shortName,
      industry,
      grade,
      stage: revision === 25 ? "方案提交" : stage,
    };
    await company.as(rep).call("customers.edit", { customerId: customer.customerId }, body);
  }
  const ids: string[] = [];
  const times: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await read(rep, cursor ?? undefined);
    expect(page.items.length).toBeLessThanOrEqual(20);
    ids.push(...page.items.map(({ itemId }) => itemId));
    times.push(...page.items.map(({ at }) => at));
    cursor = page.nextCursor;
  } while (cursor);
  expect(ids).toHaveLength(28);
  expect(new Set(ids).size).toBe(28);
  expect(times).toEqual([...times].sort().reverse());
  const [edit] = (await read(rep)).items.filter(({ kind }) => kind === "edit");
  expect(edit?.changed).toEqual(["stage"]);
});

const idsOfAllPages = async (by: Person) => {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await read(by, cursor ?? undefined);
    ids.push(...page.items.map(({ itemId }) => itemId));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
};

it("goes on through more things of one instant than stand on two pages", async () => {
  const at = new Date("2026-03-26T08:00:00+08:00");
  const [sale] = await stored("sales");
  await putStored(
    "sales",
    Array.from({ length: 90 }, (_, n) => ({ ...sale, _id: `import-${String(n).padStart(3, "0")}`, submittedAt: at })),
  );
  const ids = await idsOfAllPages(rep);
  expect(ids.filter((id) => id.startsWith("import-"))).toHaveLength(90);
  expect(new Set(ids).size).toBe(93);
});

it("shows a check-in without a record that is older than many whose records came later", async () => {
  const [checkIn] = await stored("checkIns", { visitId: null });
  const visited = Array.from({ length: 50 }, (_, n) => ({
    ...checkIn,
    _id: `${colleague.memberId}:recorded-${n}`,
    visitId: `${colleague.memberId}:v-${n}`,
    checkedInAt: new Date(Date.parse("2026-03-20T08:00:00+08:00") + n * 60_000),
  }));
  const forgotten = {
    ...checkIn,
    _id: `${colleague.memberId}:forgotten`,
    checkedInAt: new Date("2026-03-19T08:00:00+08:00"),
  };
  await putStored("checkIns", [...visited, forgotten]);
  // Things between, so that it stands on a later page.
  const [sale] = await stored("sales");
  const at = new Date("2026-03-21T08:00:00+08:00");
  await putStored(
    "sales",
    Array.from({ length: 30 }, (_, n) => ({ ...sale, _id: `sale-${n}`, submittedAt: at })),
  );
  expect(await idsOfAllPages(rep)).toContain(forgotten._id);
});

it("says who else has been there within 30 days, and to nobody that they have themselves", async () => {
  const other = async (by: Person) => (await read(by)).otherThere;
  expect(await other(rep)).toEqual({ byName: colleague.name, on: "2026-03-26" });
  expect(await other(colleague)).toEqual({ byName: rep.name, on: "2026-03-26" });
  company.app.clock.advance({ days: 30 });
  expect(await other(rep)).toEqual({ byName: colleague.name, on: "2026-03-26" });
  company.app.clock.advance({ days: 1 });
  expect(await other(rep)).toBeNull();
});

it("is for nobody else", async () => {
  await expect(read(company.finance)).rejects.toMatchObject({ code: "right.missing" });
});

describe("how a visit stands", () => {
  const standings = async (by: Person) =>
    (await read(by)).items.flatMap(({ kind, standing }) => (standing ? [[kind, standing]] : [])).sort(byKind);

  it("is told to whoever looks at its client", async () => {
    expect(await standings(manager)).toEqual([
      ["checkIn", "recordDue"],
      ["visit", "effective"],
    ]);
  });

  it("is no longer due when its day is over", async () => {
    company.app.clock.advance({ hours: 24, ms: 1 });
    expect(await standings(colleague)).toContainEqual(["checkIn", "notCounted"]);
  });

  it("waits for the leader where there was no position", async () => {
    const other = await givenCustomer(company, { owner: rep });
    customer = other;
    const body = checkInBody(company, other, { fix: null });
    const { checkIn } = await company.as(rep).call("checkIns.create", undefined, body);
    await company.as(rep).call("visits.record", undefined, visitBody(company, checkIn));
    expect(await standings(manager)).toEqual([["visit", "waits"]]);
  });

  it("is called a repeat of the day where it adds nothing", async () => {
    await givenCheckIn(company, { rep, customer });
    expect(await standings(rep)).toContainEqual(["checkIn", "repeated"]);
  });
});
