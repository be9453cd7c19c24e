import { manufacturingGroup } from "@shared/domain/pay/plans";
import { inTransaction } from "../../../../server/db";
import { askToReprice } from "../../../../server/features/statements/events";
import { emitAll, listDead } from "../../../../server/outbox";
import { StatementModel } from "../../../../server/features/statements/statementModel";
import { readMonthView } from "../../../../server/features/statements";
import {
  type Company,
  companyUnitId,
  type Customer,
  givenConfirmedSale,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  type Team,
} from "../../../support/given";
import { lookAt, putStored, stored } from "../../../support/testDatabase";
import { whenRead } from "../../../support/whenRead";

const start = prepare(async (company) => {
  const team = await givenTeam(company, { reps: [{}] });
  const [rep] = team.reps;
  await givenPlan(company, { scope: { orgUnits: [team.unitId] } });
  const customer = await givenCustomer(company, { owner: rep });
  const other = await givenTeam(company, { reps: [{}, {}] });
  const [otherRep, seller] = other.reps;
  const ofSeller = await givenCustomer(company, { owner: seller });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [other.unitId] } });
  await givenTargets(company, [
    [otherRep, 30_000_000],
    [seller, 70_000_000],
  ]);
  return { other, rep, otherRep, seller, customer, ofSeller };
});

let company: Company;
let other: Team;
let rep: Person;
let otherRep: Person;
let seller: Person;
let customer: Customer;
let ofSeller: Customer;
beforeEach(async () => {
  ({ company, other, rep, otherRep, seller, customer, ofSeller } = await start());
});

const march = async ({ memberId }: Person) => (await stored("statements", { _id: `${memberId}:2026-03` }))[0];

it("stores the team's result of now with a month that pays the same as before", async () => {
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 1_000_000 });
  await company.workAll();
  const before = await march(otherRep);
  company.app.passRealTime({ seconds: 31 });
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 1_000_000 });
  await company.workAll();

  const after = await march(otherRep);
  expect([after?.revision, after?.statement]).toEqual([before?.revision, before?.statement]);
  const [team] = (await stored("unitSummaries", { _id: `${other.unitId}:2026-03` })) as unknown as {
    sums: Record<string, number>;
  }[];
  const given = (after?.given ?? []) as { kind: string; unitId?: string; value: { fen: number } }[];
  const result = given.find(({ kind, unitId }) => kind === "measure" && unitId === other.unitId);
  expect(result?.value).toEqual({ fen: team?.sums["sales.confirmed"] });
});

it("opens the month that a tick prices first, so that a cut-off set later does not reach back", async () => {
  await company.as(otherRep).call("today.read");
  await company.workAll();
  expect(await march(otherRep)).toMatchObject({ revision: 1 });
  expect((await stored("periods")).map(({ _id }): unknown => _id)).toEqual(["2026-03"]);
});

describe("a month that cannot be priced", () => {
  const askFor = (cause: string, periods: readonly string[]) =>
    inTransaction((session) =>
      emitAll(
        periods.map((period) =>
          askToReprice(
            { memberId: rep.memberId, period, cause: { kind: "targets", id: cause } },
            { cause, part: period, dueAt: company.app.deps.realNow() },
          ),
        ),
        session,
        company.app.deps.realNow(),
      ),
    );
  const priced = async () =>
    (await stored("statements", { memberId: rep.memberId })).map(
      ({ _id, bookRevision }) => [_id, bookRevision] as unknown,
    );
  const open = async (): Promise<object[]> => stored("events");

  beforeEach(async () => {
    // A plan of February alone, and of none of its days in March's first week, by which whoever computes that month fails.
    const [record] = await stored("plans", { _id: "flat-internet@1" });
    const of = { validFrom: "2026-02-01", validTo: "2026-02-22", scope: { members: [rep.memberId] } };
    const plan = { ...(record?.plan as object), code: "broken", ...of, components: null };
    await putStored("plans", [{ ...record, _id: "broken@1", plan }]);
  });

  it("holds no other month of its member", async () => {
    await askFor("t1", ["2026-02", "2026-03"]);
    await company.workDue();
    expect(await priced()).toEqual([[`${rep.memberId}:2026-03`, 1]]);
    const failure = expect.stringContaining("TypeError") as unknown;
    const february = { eventId: "t1:2026-02:statement.reprice", failure };
    expect(await open()).toContainEqual(expect.objectContaining({ ...february, state: "due", attempts: 1 }));

    for (let tries = 1; tries < 8; tries += 1) {
      company.app.passRealTime({ seconds: 90 });
      await company.workDue();
    }
    expect(await open()).toEqual([expect.objectContaining({ ...february, state: "dead", attempts: 8 })]);
    expect(await listDead()).toMatchObject([
      { subscription: "statements.reprice", partition: `member:${rep.memberId}` },
    ]);
  });
});

it("shows no month whose facts go on changing while it is read", async () => {
  await givenConfirmedSale(company, { rep, customer, amountFen: 1_000_000 });
  const read = () => lookAt(() => readMonthView(rep.memberId, "2026-03", company.app.clock.now()));
  expect((await read()).book.facts).toHaveLength(2);

  const book = () => StatementModel.updateOne({ _id: `${rep.memberId}:2026-03` }, { $inc: { bookRevision: 1 } });
  const busy = whenRead("credits", (when) => (when === "before" ? book().exec() : undefined));
  await expect(read().finally(busy.end)).rejects.toMatchObject({ code: "conflict.busy" });
});

it("prices no month that has not begun, whatever is put in force for it", async () => {
  const of = { measure: "sales.confirmed" as const, period: "2026-04" };
  const target = { subjectId: companyUnitId, valueFen: 1_000, reason: null, revision: 0 };
  await company.as(company.hr).call("targets.set", undefined, { commandId: company.newId(), ...of, targets: [target] });
  const levels = [{ parentId: null, remainder: null, targets: [{ subjectId: companyUnitId, revision: 1 }] }];
  await company
    .as(company.hr)
    .call("targets.publish", undefined, { commandId: company.newId(), ...of, reason: null, levels });
  await company.workAll();
  expect(await stored("events")).toEqual([]);
  expect(await stored("statements", { period: "2026-04" })).toEqual([]);
});

it("ends a month that is over with what its last evening brought the team", async () => {
  company.app.clock.set("2026-03-31T23:59:50+08:00");
  await givenConfirmedSale(company, { rep: seller, customer: ofSeller, amountFen: 1_000_000 });
  company.app.clock.set("2026-04-01T00:00:20+08:00");
  await company.workAll();
  const given = ((await march(otherRep))?.given ?? []) as { kind: string; unitId?: string; value: object }[];
  expect(given).toContainEqual(
    expect.objectContaining({ kind: "measure", unitId: other.unitId, value: { fen: 1_000_000 } }),
  );
  expect(await stored("statements", { period: "2026-04" })).toEqual([]);
});
