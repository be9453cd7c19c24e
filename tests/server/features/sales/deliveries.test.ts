import { canonicalJson, evaluate, type Fact } from "@shared/domain/pay";
import { manufacturingGroup, tutorialTiers } from "@shared/domain/pay/plans";
import { exactInWords } from "@shared/domain/moneyText";
import { CreditModel } from "../../../../server/features/statements/creditModel";
import { FactModel } from "../../../../server/features/statements/factModel";
import { readMonthState } from "../../../../server/features/statements";
import { subscriptions } from "../../../../server/subscriptions";
import { outboxRelay } from "../../../../server/outbox";
import { DeliveryModel } from "../../../../server/outbox/outboxModel";
import {
  type Company,
  type Customer,
  givenCustomer,
  givenPlan,
  givenTargets,
  givenTeam,
  type Person,
  prepare,
  saleBody,
  type Team,
} from "../../../support/given";
import { checkedLedger } from "../../../support/ledger";
import { length } from "../../../support/length";
import { randomFrom, shuffled } from "../../../support/random";
import { lookAt } from "../../../support/testDatabase";

const salesCount = length(20, 200);
const copies = 3;
const lostShare = 0.05;
const inFlight = 12;

interface Seller {
  rep: Person;
  team: Team;
  customer: Customer;
}

/** Two teams of four: one on a flat rate with two of it on tiers, the other paid by the results of team and company. */
const start = prepare(async (company) => {
  const four = [{}, {}, {}, {}] as const;
  const flat = await givenTeam(company, { reps: four });
  const byResults = await givenTeam(company, { reps: four });
  const tiered = flat.reps.slice(2).map(({ memberId }) => memberId);
  await givenPlan(company, { scope: { orgUnits: [flat.unitId] } });
  await givenPlan(company, { ...tutorialTiers, scope: { members: tiered } });
  await givenPlan(company, { ...manufacturingGroup, scope: { orgUnits: [byResults.unitId] } });
  const sellers: Seller[] = [];
  for (const team of [flat, byResults])
    for (const rep of team.reps) sellers.push({ rep, team, customer: await givenCustomer(company, { owner: rep }) });
  await givenTargets(
    company,
    sellers.map(({ rep }) => [rep, 30_000_000] as const),
  );
  return { sellers, teams: [flat, byResults] };
});

const random = randomFrom(20_260_326);

const eventsLeft = () => lookAt(() => DeliveryModel.countDocuments({}));

/** Sends a command; sometimes the phone gives up before the answer arrives, and does not know what became of it. */
async function deliver(call: (signal: AbortSignal | undefined) => Promise<Response>): Promise<"answered" | "lost"> {
  const lost = random() < lostShare;
  const waitMs = Math.floor(random() * 60);
  try {
    const response = await call(lost ? AbortSignal.timeout(waitMs) : undefined);
    if (response.status >= 400) throw new Error(`refused: ${await response.text()}`);
    await response.arrayBuffer();
    return "answered";
  } catch (error) {
    if (error instanceof DOMException) return "lost";
    throw error;
  }
}

async function deliverAll(company: Company, commands: { memberId: string; path: string; body: object }[]) {
  const queue = shuffled(
    commands.flatMap((command) => Array.from({ length: copies }, () => command)),
    random,
  );
  const answered = new Set<object>();
  const lost: object[] = [];
  const worker = async () => {
    for (let command = queue.pop(); command; command = queue.pop()) {
      const { memberId, path, body } = command;
      const token = await company.app.tokenOf(memberId);
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const outcome = await deliver((signal) =>
        fetch(`${company.app.baseUrl}${path}`, {
          method: "POST",
          headers,
          body: JSON.stringify(body),
          signal: signal ?? null,
        }),
      );
      if (outcome === "answered") answered.add(body);
      else {
        lost.push(body);
        queue.unshift(command); // the phone sends it again later
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  expect(answered.size).toBe(commands.length);
  return lost.length;
}

it(`keeps ${salesCount} sales exact when each command arrives ${copies} times, in any order, and answers get lost`, async () => {
  const { company, sellers, teams } = await start({
    now: "2026-03-26T10:07:00+08:00",
    settings: { RATE_MEMBER_PER_MINUTE: "100000", RATE_ADDRESS_PER_MINUTE: "100000" },
  });
  const sales = Array.from({ length: salesCount }, (_, index) => {
    const seller = sellers[index % sellers.length] as Seller; // within all
    // Every amount is its own, so that a message can be told by it.
    return { ...seller, body: saleBody(company, seller.customer, { amountFen: 1_000_100 + index * 700 }) };
  });

  const submissions = sales.map(({ rep, body }) => ({ memberId: rep.memberId, path: "/api/v1/sales", body }));
  const confirmations = sales.map(({ team, body }) => ({
    memberId: team.manager.memberId,
    path: `/api/v1/sales/${body.saleId}/confirmation`,
    body: { commandId: company.newId(), revision: 1 },
  }));
  // A worker tells of the sales while they come in.
  const relay = outboxRelay(company.app.deps, subscriptions(company.app.deps));
  await relay.start();
  const lost = (await deliverAll(company, submissions)) + (await deliverAll(company, confirmations));
  await relay.stop();
  expect(lost).toBeGreaterThan(0);

  // Messages follow by their limits, so machinery's minutes pass until nothing is left.
  for (let minute = 0; minute < 40 && (await eventsLeft()) > 0; minute += 1) {
    await company.workAll();
    company.app.passRealTime({ seconds: 31 });
    company.app.clock.advance({ minutes: 1 });
  }
  expect(await eventsLeft()).toBe(0);

  const facts = (await lookAt(() => FactModel.find({}).lean())).map((record) => record.fact as Fact);
  const saleFacts = facts.filter((fact) => fact.kind === "sale");
  expect(saleFacts.map((fact) => fact.saleId).sort()).toEqual(sales.map(({ body }) => body.saleId).sort());
  expect(await lookAt(() => CreditModel.countDocuments({ kind: "sale" }))).toBe(salesCount);

  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { beingPriced: 0 } });
  for (const { rep } of sellers) {
    const repId = rep.memberId;
    const month = await readMonthState(repId, "2026-03");
    expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
    const soldFen = sales
      .filter((sale) => sale.rep.memberId === repId)
      .reduce((sum, sale) => sum + sale.body.amountFen, 0);
    expect((await company.as(repId).call("today.read")).mine?.doneFen).toBe(soldFen);
  }
  for (const { unitId } of teams) {
    const own = sales.filter((sale) => sale.team.unitId === unitId);
    const { team } = await company.as(company.finance).call("teams.read", { unitId, period: "2026-03" });
    expect(team.doneFen).toBe(own.reduce((sum, sale) => sum + sale.body.amountFen, 0));
  }

  for (const { rep, team, body } of sales) {
    const amount = exactInWords(body.amountFen, "long");
    const toRep = company.app.wecom
      .member(rep.memberId)
      .sentences.filter((sentence) => sentence.includes(`完成${amount}订单`));
    expect(toRep).toHaveLength(1);
    const robot = company.app.wecom.robot(team.name);
    const inGroup = robot.messages.map((message) => JSON.stringify(message.content)).join("\n");
    // Once: on a card of its own, or in a digest.
    expect(inGroup.split(new RegExp(`(?<![\\d.])${amount.replace(".", "\\.")}`)).length - 1).toBe(1);
  }
  expect(company.app.wecom.dropped).toEqual([]);
}, 900_000);
