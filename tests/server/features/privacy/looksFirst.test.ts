import { operations, type OperationId } from "@shared/api/operations";
import { contracts } from "@shared/contracts";
import { countWrites } from "../../../support/failingWrites";
import {
  type Company,
  type Customer,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenTeam,
  givenVisit,
  type Person,
  prepare,
} from "../../../support/given";
import type { RawCall } from "../../../support/testApi";
import { stored } from "../../../support/testDatabase";

/* Whoever reads how far from a client somebody stood is noted before the answer is given; without the note there is no answer. */

/** What tells of a measured position in an answer. A client's own pin has a radius, and nobody's distance. */
const tells = ["distanceM", "accuracyM"];

type Def = Record<string, unknown>;
function namesIn(schema: unknown): string[] {
  const def = (schema as { _zod?: { def: Def } } | undefined)?._zod?.def;
  if (!def) return [];
  const shape = (def.shape ?? {}) as Record<string, unknown>;
  const inside = [
    ...Object.values(shape),
    ...((def.options ?? []) as unknown[]),
    ...[def.element, def.innerType, def.valueType, def.left, def.right].filter(Boolean),
  ];
  return [...Object.keys(shape), ...inside.flatMap(namesIn)];
}

const ids = Object.keys(operations) as OperationId[]; // the table's own keys
const telling = ids.filter(
  (id) =>
    operations[id].method === "GET" &&
    namesIn((contracts[id] as { answer?: unknown }).answer).some((name) => tells.includes(name)),
);

/** What one reads of oneself alone: of a client's page only how exactly oneself stood where its pin waits. */
const own = [
  "customers.read",
  "checkIns.mine",
  "privacy.export",
  "statements.mine",
  "statements.line",
  "today.read",
  "todos.mine",
];

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}] });
  const [rep] = reps;
  const customer = await givenCustomer(company, { owner: rep });
  return { unitId, manager, rep, customer };
});

let company: Company;
let manager: Person;
let rep: Person;
let customer: Customer;
let calls: Record<string, RawCall>;
beforeEach(async () => {
  const given = await start({ now: "2026-03-26T09:00:00+08:00" });
  ({ company, manager, rep, customer } = given);
  await givenConsent(company, rep);
  await givenCheckIn(company, { rep, customer, northM: 215 });
  company.app.clock.advance({ minutes: 20 });
  const { visitId } = await givenVisit(company, { rep, customer });
  const { saleId } = await givenConfirmedSale(company, { rep, customer });
  const { customerId } = customer;
  const { memberId } = rep;
  const doubtful = await givenCustomer(company, { owner: rep });
  const { checkInId: waitingId } = await givenCheckIn(company, { rep, customer: doubtful, northM: 215 });
  const { latDeg, lngDeg } = customer.site.pin;
  const pin = { latDeg: latDeg + 0.001, lngDeg };
  const proposed = { commandId: company.newId(), pin, accuracyM: 15, note: "门在东侧" };
  await company.as(rep).call("pins.propose", { customerId, siteId: customer.site.siteId }, proposed);
  calls = {
    "reviews.read": { params: { checkInId: waitingId } },
    "sales.read": { params: { saleId } },
    "teams.member": { params: { unitId: given.unitId, memberId, period: "2026-03" } },
    "pins.list": { query: {} },
    "visits.read": { params: { visitId } },
  };
});

it("every answer that tells of a position is one's own, or read here", () => {
  expect(telling.filter((id) => !own.includes(id) && !(id in calls)).sort()).toEqual([]);
});

it.each(telling.filter((id) => !own.includes(id)))(
  "%s notes the look, and gives no answer without the note",
  async (id) => {
    const looks = async () => (await stored("auditEntries", { subject: `member:${rep.memberId}` })).length;
    const call = calls[id] ?? {};
    const before = await looks();
    let status = 0;
    await countWrites(
      async () => {
        ({ status } = await company.as(manager).send(id, call));
      },
      { at: 1, when: "before" },
    ).catch(() => 0);
    expect({ id, status: status >= 500, looks: await looks() }).toEqual({ id, status: true, looks: before });
    expect((await company.as(manager).send(id, call)).status).toBe(200);
    expect(await looks()).toBe(before + 1);
  },
);
