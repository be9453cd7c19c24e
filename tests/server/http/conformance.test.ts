import { randomUUID } from "node:crypto";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { corruptionsOf } from "../../support/corruptions";
import {
  type Company,
  type Customer,
  givenConsent,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
} from "../../support/given";
import { storedCounts } from "../../support/testDatabase";
import type { RawAnswer, RawCall } from "../../support/testApi";

/** The people of the contracts' examples, by the same ids: only then can an example succeed. */
const start = prepare(async (company) => {
  const { unitId, reps } = await givenTeam(company, { reps: [{ memberId: "xiaowang" }, { memberId: "xiaoli" }] });
  const [rep, colleague] = reps;
  await givenPlan(company, { scope: { orgUnits: [unitId] } });
  await givenTargets(company, [
    [rep, 66_666_667],
    [colleague, 25_000_000],
  ]);
  return { rep, colleague, customer: await givenCustomer(company, { owner: rep }) };
});

let company: Company;
let rep: Person;
let colleague: Person;
let customer: Customer;

beforeAll(async () => {
  const unlimited = { RATE_MEMBER_PER_MINUTE: "1000000", RATE_ADDRESS_PER_MINUTE: "1000000" };
  ({ company, rep, colleague, customer } = await start({ settings: { DEMO: "1", ...unlimited } }));
  await company.app.api.call("demo.setClock", {}, { now: "2026-03-26T10:30:00+08:00", speed: 0 });
  await givenConsent(company, rep);
  // Sessions that begin during a test would look like something that it changed.
  for (const { memberId } of [rep, colleague]) await company.app.tokenOf(memberId);
});

const ids = Object.keys(operations) as OperationId[];
/** Signing out ends the caller's session, so somebody else does that. */
const callerOf = (id: OperationId) =>
  contracts[id].session === "none" ? company.app.api : company.as(id === "auth.signOut" ? colleague : rep);
/** It was refused for what was sent, not by luck for something else. */
const refusals = ["input.invalid", "body.malformed", "body.tooLarge", "file.unreadable", "route.unknown"];

/** Most of the time is the way to the server and back, and none of these may leave a trace that another could find. */
async function someAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** The example about a customer who is there: customers have ids that phones make. */
const withCustomer = (example: RawCall): RawCall =>
  JSON.parse(JSON.stringify(example).replaceAll("c-haiyue", customer.customerId)) as RawCall; // as it was

/** What is wrong in one of several commands is answered for that one, with the problem details of its operation. */
const isRefusedItem = ({ status, body }: RawAnswer): boolean => {
  const [item] = (body as { items?: { status: number; body: { code?: unknown; status?: unknown } }[] }).items ?? [];
  return status === 200 && item?.body.status === item?.status && refusals.includes(String(item?.body.code));
};

/** What was refused of a phone's commands is kept for administrators, and changes nothing else. */
async function countsOfEffects(): Promise<Record<string, number>> {
  const { refusals: _kept, ...counts } = await storedCounts();
  return counts;
}

const hasCommandId = (body: unknown): body is { commandId: string } =>
  typeof body === "object" && body !== null && "commandId" in body;

describe.each(ids)("%s", (id) => {
  const contract: Contract = contracts[id];
  const send = (call: RawCall) => callerOf(id).send(id, call);

  it("refuses every generic corruption with problem details alone", async () => {
    const before = await countsOfEffects();
    const accepted: string[] = [];
    await someAtOnce(corruptionsOf(contract, ids.indexOf(id)), async ({ what, call }) => {
      const answer = await send(call);
      const problem = answer.body as Record<string, unknown>;
      const clear =
        refusals.includes(String(problem.code)) &&
        answer.headers.get("content-type")?.startsWith("application/problem+json") &&
        problem.status === answer.status &&
        problem.requestId === answer.headers.get("x-request-id");
      // A browser that comes back from WeCom is led to the page that says what is wrong.
      const led = answer.status === 302 && /\?reason=login\./.test(answer.headers.get("location") ?? "");
      if (!clear && !led && !isRefusedItem(answer))
        accepted.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    });
    expect(accepted).toEqual([]);
    expect(await countsOfEffects()).toEqual(before);
  });

  if (contract.session === "member") {
    it("asks for a session before it looks at anything else", async () => {
      const answer = await company.app.api.send(id, contract.example);
      expect(answer.body).toMatchObject({ status: 401, code: "session.missing" });
    });
  }

  it("keeps to its contract with its own example", async () => {
    const example = withCustomer(contract.example);
    const { body } = example;
    // A command of its own: the one of the example is for the corrupted ones, which must not be taken for its repeat.
    const own = hasCommandId(body) ? { ...body, commandId: randomUUID() } : body;
    const answer = await send({ ...example, ...(own !== undefined && { body: own }) });
    expect(answer.status).toBeLessThan(500);
    expect(refusals).not.toContain((answer.body as { code?: string }).code);
    if (answer.status === 200) expect(contract.answer?.safeParse(answer.body).error?.issues ?? []).toEqual([]);
  });
});

it("says which fields are wrong and repeats none of what was sent", async () => {
  const body = { commandId: "no-uuid", revision: "secret-7", language: "en" };
  const answer = await company.as(rep).send("me.setLanguage", { body });
  expect(answer.body).toMatchObject({
    code: "input.invalid",
    fields: [
      { field: "commandId", code: "format.wrong" },
      { field: "revision", code: "type.wrong" },
    ],
  });
  expect(JSON.stringify(answer.body)).not.toContain("secret-7");
});
