import type { AnswerOf, BodyOf } from "@shared/contracts";
import { AppError } from "@shared/errors";
import { syncHandlers } from "../../../../server/features/sync";
import {
  checkInBody,
  type Company,
  type Customer,
  givenCheckIn,
  givenConsent,
  givenCustomer,
  givenTeam,
  type Person,
  prepare,
  saleBody,
  visitBody,
} from "../../../support/given";
import { stored } from "../../../support/testDatabase";

const start = prepare(async (company) => {
  const { reps } = await givenTeam(company, { reps: [{}, {}] });
  const [rep, colleague] = reps;
  const customer = await givenCustomer(company, { owner: rep });
  return { rep, colleague, customer };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;
beforeEach(async () => {
  ({ company, rep, colleague, customer } = await start());
  await givenConsent(company, rep);
});

type Item = BodyOf<"sync.send">["items"][number];

/** What a phone makes of a command that it has kept. */
const kept = <Body extends { commandId: string }>(kind: string, body: Body, more: Partial<Item> = {}): Item => ({
  commandId: body.commandId,
  kind,
  lane: customer.customerId,
  body,
  ...more,
});
const sync = (items: Item[], caller: Person = rep) =>
  company.as(caller).call("sync.send", undefined, { memberId: rep.memberId, items });
const statuses = ({ items }: AnswerOf<"sync.send">) => items.map(({ status }) => status);
/** A tap, its record and a sale at one client. */
function dayKept(): Item[] {
  const tap = checkInBody(company, customer);
  const record = visitBody(company, { checkInId: `${rep.memberId}:${tap.commandId}` });
  return [
    kept("checkIns.create", tap),
    kept("visits.record", record),
    kept("sales.submit", saleBody(company, customer)),
  ];
}

it("does what a phone has kept, each as it would have been done alone", async () => {
  const { items } = await sync(dayKept());
  expect(items).toMatchObject([
    { status: 200, body: { checkIn: { verdict: "inside" } } },
    { status: 200, body: { visit: { effective: true } } },
    { status: 200, body: { sale: { state: "submitted" } } },
  ]);
});

it("gives a repeat the first answers, and does nothing twice", async () => {
  const items = dayKept();
  const first = await sync(items);
  expect(await sync(items)).toEqual(first);
  expect(await sync([...items, ...items])).toEqual({ items: [...first.items, ...first.items] });
  expect((await company.as(rep).call("today.read")).mine?.effectiveVisitsCount).toBe(1);
});

it("knows a tap again that was sent by itself before", async () => {
  const body = checkInBody(company, customer);
  const alone = await company.as(rep).call("checkIns.create", undefined, body);
  expect(await sync([kept("checkIns.create", body)])).toEqual({
    items: [{ commandId: body.commandId, status: 200, body: alone }],
  });
});

it("adds a place of a client that others have changed meanwhile, with the check-in there", async () => {
  const { customerId } = customer;
  const { customer: before } = await company.as(company.hr).call("customers.read", { customerId });
  const { name, shortName, industry, grade, stage, revision } = before;
  const edit = { commandId: company.newId(), revision, name, shortName: `${shortName}厂`, industry, grade, stage };
  await company.as(rep).call("customers.edit", { customerId }, edit);
  const { latDeg, lngDeg } = customer.site.pin;
  const place = { siteId: company.newId(), name: "二厂", address: "科学大道", radiusM: 200 };
  const added = { commandId: company.newId(), ...place, pin: { latDeg: latDeg + 0.05, lngDeg } };
  const there = { ...customer, site: { ...customer.site, siteId: place.siteId, pin: added.pin } };
  const items = [
    kept("sites.add", added, { params: { customerId } }),
    kept("checkIns.create", checkInBody(company, there)),
  ];
  const first = await sync(items);
  expect(first.items).toMatchObject([{ status: 200 }, { status: 200, body: { checkIn: { siteName: "二厂" } } }]);
  expect(await sync(items)).toEqual(first);
  const { customer: after } = await company.as(rep).call("customers.read", { customerId });
  expect(after.sites.map((site) => site.name)).toHaveLength(before.sites.length + 1);
});

describe("one that is wrong stops none of the others", () => {
  const wrong: [what: string, status: number, code: string, item: () => Item][] = [
    ["of another client", 404, "customer.unknown", () => tapWith({ customerId: "nobodys" })],
    ["with a field too many", 400, "input.invalid", () => tapWith({ more: 1 })],
    ["with an operator in place of a value", 400, "input.invalid", () => tapWith({ siteId: { $gt: "" } })],
    ["with half a character", 400, "input.invalid", () => tapWith({ siteId: "\ud800" })],
    ["without a body", 400, "input.invalid", () => ({ ...tapWith({}), body: null })],
    ["whose body has another id", 400, "input.invalid", () => ({ ...tapWith({}), commandId: company.newId() })],
    ["of a kind that no phone keeps", 400, "input.invalid", () => ({ ...tapWith({}), kind: "roles.grant" })],
  ];
  const tapWith = (more: object) => kept("checkIns.create", { ...checkInBody(company, customer), ...more });

  it.each(wrong)("%s", async (_what, status, code, item) => {
    const { items } = await sync([item(), ...dayKept()]);
    expect(items[0]).toMatchObject({ status, body: { status, code } });
    expect(items.slice(1).map((one) => one.status)).toEqual([200, 200, 200]);
  });
});

it("refuses the same id with another body, and lets the first one stand", async () => {
  const tap = checkInBody(company, customer);
  await sync([kept("checkIns.create", tap)]);
  const { items } = await sync([kept("checkIns.create", { ...tap, fix: null })]);
  expect(items).toMatchObject([{ status: 409, body: { code: "command.reused" } }]);
  expect(await stored("checkIns")).toMatchObject([{ verdict: "inside" }]);
});

it("sends nothing of somebody else's, whoever is signed in on the phone", async () => {
  await expect(sync(dayKept(), colleague)).rejects.toMatchObject({ status: 403, code: "session.otherMember" });
  expect(await stored("checkIns")).toEqual([]);
});

it("takes 50 commands and 200 KB, no more", async () => {
  const tap = () => kept("checkIns.create", checkInBody(company, customer));
  await expect(sync(Array.from({ length: 51 }, tap))).rejects.toMatchObject({ status: 400 });
  const long = () => ({ ...tap(), body: { record: "长".repeat(2_000) } });
  await expect(sync(Array.from({ length: 40 }, long))).rejects.toMatchObject({ status: 413, code: "body.tooLarge" });
  expect(statuses(await sync(Array.from({ length: 50 }, tap)))).toEqual(Array.from({ length: 50 }, () => 200));
});

describe("the order of one client", () => {
  /** Of the real handlers the one that is asked, with what it is to answer. */
  const withAnswers = (answers: (() => Promise<object>)[]) => {
    const asked: string[] = [];
    const handler = ({ body }: { body: { commandId: string } }) => {
      asked.push(body.commandId);
      return (answers[asked.length - 1] ?? (() => Promise.resolve({})))();
    };
    // Nothing but this one operation is asked for, and its answers are as good as any.
    const { "sync.send": send } = syncHandlers(company.app.deps, { "checkIns.create": handler } as never);
    const run = (items: Item[]) => {
      const body = { memberId: rep.memberId, items };
      const ctx = { request: { body }, state: { requestId: "r1" } };
      return send({
        ctx,
        actor: { kind: "member", id: rep.memberId, name: rep.name },
        params: {},
        query: {},
        body,
      } as never) as Promise<AnswerOf<"sync.send">>;
    };
    return { run, asked };
  };
  const taps = (lanes: string[]) =>
    lanes.map((lane) => kept("checkIns.create", checkInBody(company, customer), { lane }));
  const refuse = (code: "server.unavailable" | "customer.unknown") => () => Promise.reject(new AppError(code, "no"));

  it("waits behind what cannot be done now", async () => {
    const items = taps(["a", "a"]);
    const { run, asked } = withAnswers([refuse("server.unavailable")]);
    expect(statuses(await run(items))).toEqual([503, 503]);
    expect(asked).toEqual([items[0]?.commandId]);
  });

  it("waits behind what the server breaks on, and nobody else does", async () => {
    const { run } = withAnswers([() => Promise.reject(new TypeError("a defect"))]);
    expect(statuses(await run(taps(["a", "b", "a", "c"])))).toEqual([500, 200, 503, 200]);
  });

  it("goes on after what is refused", async () => {
    const { run } = withAnswers([refuse("customer.unknown")]);
    expect(statuses(await run(taps(["a", "a"])))).toEqual([404, 200]);
  });

  it("is nothing to another client's", async () => {
    const { run } = withAnswers([refuse("server.unavailable")]);
    expect(statuses(await run(taps(["a", "b"])))).toEqual([503, 200]);
  });
});

describe("a record that was kept on the phone", () => {
  const hours = (count: number) => company.app.clock.advance({ hours: count });
  async function writtenAfter(writtenHours: number, arrivedHours: number, timeKind: "anchored" | "uncertain") {
    const checkIn = await givenCheckIn(company, { rep, customer });
    hours(writtenHours);
    const written = { at: company.app.clock.now().toISOString(), timeKind };
    hours(arrivedHours - writtenHours);
    const body = visitBody(company, checkIn, { written, nextStep: null });
    const { items } = await sync([kept("visits.record", body)]);
    return items[0]?.body.visit as AnswerOf<"visits.record">["visit"];
  }

  it("counts as written when it was written", async () => {
    expect(await writtenAfter(20, 30, "anchored")).toMatchObject({ effective: true });
  });
  it("is late where it was written late", async () => {
    expect(await writtenAfter(25, 30, "anchored")).toMatchObject({ effective: false, reason: "record.late" });
  });
  it("counts as written at its arrival where the phone's time cannot be believed", async () => {
    expect(await writtenAfter(20, 30, "uncertain")).toMatchObject({ effective: false, reason: "record.late" });
  });
});

describe("a sale that was kept on the phone", () => {
  const signed = (more: Partial<ReturnType<typeof saleBody>> = {}) =>
    kept("sales.submit", saleBody(company, customer, more));
  const first = async (item: Item) => (await sync([item])).items[0];

  it("keeps the day on which it was signed, where it arrives in the next month", async () => {
    company.app.clock.set("2026-03-31T22:00:00+08:00");
    const item = signed({ signedOn: "2026-03-31" });
    company.app.clock.set("2026-04-01T08:00:00+08:00");
    expect(await first(item)).toMatchObject({
      status: 200,
      body: { sale: { signedOn: "2026-03-31", state: "submitted" } },
    });
  });

  it("that may be an earlier one is asked about, which is nobody else's to look into, and done by the answer", async () => {
    await sync([signed({ amountFen: 123_400 })]);
    const item = signed({ amountFen: 123_400, repeatSeen: false });
    expect(await first(item)).toMatchObject({ status: 409, body: { code: "sale.maybeRepeated", earlier: {} } });
    expect(await stored("refusals")).toEqual([]);
    expect(await first({ ...item, body: { ...(item.body as object), repeatSeen: true } })).toMatchObject({
      status: 200,
    });
  });

  it("above the company's limit is asked about with that limit", async () => {
    const limitFen = company.app.deps.settings.SALE_LIMIT_YUAN * 100;
    expect(await first(signed({ amountFen: limitFen + 1, largeAmountSeen: false }))).toMatchObject({
      status: 422,
      body: { code: "sale.amountLarge", limitFen },
    });
    expect(await stored("refusals")).toEqual([]);
  });

  it("that is refused for good is kept for administrators", async () => {
    expect(await first(signed({ signedOn: "2020-01-01" }))).toMatchObject({
      status: 422,
      body: { code: "sale.tooOld" },
    });
    expect(await stored("refusals")).toMatchObject([{ code: "sale.tooOld" }]);
  });
});
