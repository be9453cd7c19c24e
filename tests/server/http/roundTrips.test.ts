import { customerStages } from "@shared/domain/customer";
import type { SaleView } from "@shared/contracts";
import {
  checkInBody,
  followUpBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConfirmedSale,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenSale,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  saleBody,
  visitBody,
} from "../../support/given";
import { roundTripsOf } from "../../support/roundTrips";
import { stored } from "../../support/testDatabase";

/*
 * How many commands an operation sends to the database: cold, as the first call to a process that knows nobody yet, and warm, as
 * the calls after it, when what every call asks for is known. Each is a way there and back, so the numbers are kept as closely as
 * a rule: who changes one changes it here, with the reason in the commit.
 */

const start = prepare(async (company) => {
  const { unitId, manager, reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  await givenPlan(company, { scope: { orgUnits: [unitId] } });
  await givenTargets(company, [
    [rep, 30_000_000],
    [colleague, 30_000_000],
  ]);
  const customer = await givenCustomer(company, { owner: rep, stage: customerStages[0] });
  const another = await givenCustomer(company, { owner: rep });
  return { unitId, manager, rep, customer, another };
});

interface Given {
  company: Company;
  unitId: string;
  manager: Person;
  rep: Person;
  customer: Customer;
  checkIns: { checkInId: string }[];
  sales: SaleView[];
  lineId: string;
}

/** As far as it is looked at here. */
interface StoredMonth {
  statement: { lines: { id: string }[] };
}

type Call = (given: Given, nth: number) => Promise<unknown>;

const period = "2026-03";
const nth = <Item>(items: Item[], index: number): Item => {
  const item = items[index];
  if (item === undefined) throw new Error("too few were prepared");
  return item;
};

const table: [operation: string, trips: { cold: number; warm: number }, call: Call][] = [
  [
    "checkIns.create",
    // One of them: what of the rep's is in doubt, which a better tap makes good.
    { cold: 9, warm: 1 },
    ({ company, rep, customer }) => company.as(rep).call("checkIns.create", undefined, checkInBody(company, customer)),
  ],
  [
    "visits.record",
    // Of each client the first one there: what counts at it, what was ordered, and which of two at once it is.
    { cold: 20, warm: 15 },
    ({ company, rep, checkIns }, index) =>
      company.as(rep).call("visits.record", undefined, visitBody(company, nth(checkIns, index))),
  ],
  [
    "followUps.record",
    { cold: 15, warm: 10 },
    ({ company, rep, customer }) =>
      company.as(rep).call("followUps.record", undefined, followUpBody(company, customer)),
  ],
  [
    "stages.move",
    { cold: 16, warm: 11 },
    ({ company, rep, customer }, index) => {
      const [from, to] = [nth(customerStages.slice(), index), nth(customerStages.slice(), index + 1)];
      const body = { commandId: company.newId(), from, to, reason: null };
      return company.as(rep).call("stages.move", { customerId: customer.customerId }, body);
    },
  ],
  [
    "sync.send, of one tap",
    { cold: 9, warm: 1 },
    ({ company, rep, customer }) => {
      const body = checkInBody(company, customer);
      const item = { commandId: body.commandId, kind: "checkIns.create", lane: customer.customerId, body };
      return company.as(rep).call("sync.send", undefined, { memberId: rep.memberId, items: [item] });
    },
  ],
  ["today.read", { cold: 9, warm: 2 }, ({ company, rep }) => company.as(rep).call("today.read")],
  ["todos.mine, of a rep", { cold: 16, warm: 10 }, ({ company, rep }) => company.as(rep).call("todos.mine")],
  ["todos.mine, of a leader", { cold: 33, warm: 27 }, ({ company, manager }) => company.as(manager).call("todos.mine")],
  ["statements.mine", { cold: 15, warm: 3 }, ({ company, rep }) => company.as(rep).call("statements.mine", { period })],
  [
    "statements.line",
    { cold: 13, warm: 1 },
    ({ company, rep, lineId }) => company.as(rep).call("statements.line", { period, lineId }),
  ],
  [
    "sales.submit",
    { cold: 14, warm: 9 },
    ({ company, rep, customer }, index) => {
      const body = saleBody(company, customer, {
        amountFen: 100_000 + index,
        repeatSeen: false,
        largeAmountSeen: false,
      });
      return company.as(rep).call("sales.submit", undefined, body);
    },
  ],
  [
    "sales.confirm",
    { cold: 20, warm: 14 },
    ({ company, manager, sales }, index) => {
      const { saleId, revision } = nth(sales, index);
      return company.as(manager).call("sales.confirm", { saleId }, { commandId: company.newId(), revision });
    },
  ],
  [
    "sales.list, of a rep",
    { cold: 7, warm: 2 },
    ({ company, rep }) => company.as(rep).call("sales.list", { view: "mine" }),
  ],
  [
    "sales.list, of all that a leader sees",
    { cold: 9, warm: 4 },
    ({ company, manager }) => company.as(manager).call("sales.list", { view: "seen" }),
  ],
  [
    "office.rows, of finance before a month closes",
    { cold: 25, warm: 20 },
    ({ company }) => company.as(company.finance).call("office.rows", { tab: "closing" }),
  ],
  [
    "office.rows, of HR on the month's results",
    { cold: 11, warm: 6 },
    ({ company }) => company.as(company.hr).call("office.rows", { tab: "reports" }),
  ],
  [
    "teams.level, of a leader",
    { cold: 13, warm: 8 },
    ({ company, manager }) => company.as(manager).call("teams.level", { period }),
  ],
  [
    "search.find, of a leader",
    // Clients, people and sales at once; each looks for its keys first, and whose they are then.
    { cold: 13, warm: 8 },
    ({ company, manager }) => company.as(manager).call("search.find", { words: "客户" }),
  ],
  [
    "customers.list, of a leader",
    { cold: 15, warm: 10 },
    ({ company, manager }) => company.as(manager).call("customers.list", {}),
  ],
  // Who is here, their places, their records and the tree, whatever the length of the page.
  ["members.list, of HR", { cold: 11, warm: 6 }, ({ company }) => company.as(company.hr).call("members.list", {})],
  [
    "members.read, of HR",
    { cold: 16, warm: 11 },
    ({ company, rep: { memberId } }) => company.as(company.hr).call("members.read", { memberId }),
  ],
  ["roles.overview", { cold: 8, warm: 3 }, ({ company }) => company.as(company.hr).call("roles.overview")],
  [
    "calendar.read",
    { cold: 7, warm: 2 },
    ({ company }) => company.as(company.hr).call("calendar.read", { year: "2026" }),
  ],
  ["customers.mine", { cold: 11, warm: 6 }, ({ company, rep }) => company.as(rep).call("customers.mine", {})],
  [
    "teams.read, of its leader",
    { cold: 13, warm: 8 },
    ({ company, manager, unitId }) => company.as(manager).call("teams.read", { unitId, period }),
  ],
  ["notices.list", { cold: 7, warm: 2 }, ({ company, rep }) => company.as(rep).call("notices.list", {})],
  ["me.read", { cold: 12, warm: 7 }, ({ company, rep }) => company.as(rep).call("me.read")],
];

/** A month with something in it, and a process that has answered nobody yet. */
async function given(): Promise<Given> {
  const { company, rep, customer, another, ...more } = await start();
  await givenConsent(company, rep);
  await givenConfirmedSale(company, { rep, customer });
  const [month] = (await stored("statements", { _id: `${rep.memberId}:${period}` })) as unknown as StoredMonth[];
  const checkIns = [
    await givenCheckIn(company, { rep, customer }),
    await givenCheckIn(company, { rep, customer: another }),
  ];
  const sales = [await givenSale(company, { rep, customer }), await givenSale(company, { rep, customer })];
  company.app.passRealTime({ hours: 1 });
  return { company, rep, customer, ...more, checkIns, sales, lineId: nth(month?.statement.lines ?? [], 0).id };
}

/** Reads that an operation has under way side by side go together where they meet, which a busy machine sometimes keeps them from. */
const triesMax = 3;

it.each(table)("%s asks the database as often as is written down", async (_operation, trips, call) => {
  for (let tries = 1; ; tries += 1) {
    const all = await given();
    for (const { memberId } of [all.rep, all.manager]) await all.company.app.tokenOf(memberId);
    const cold = await roundTripsOf(() => call(all, 0));
    const warm = await roundTripsOf(() => call(all, 1));
    const found = { cold: cold.length, warm: warm.length };
    const isAsWritten = found.cold === trips.cold && found.warm === trips.warm;
    if (!isAsWritten && tries < triesMax) continue;
    // Where a number differs, what was sent says why.
    expect({ ...found, sent: isAsWritten ? null : { cold, warm } }).toEqual({ ...trips, sent: null });
    return;
  }
});
