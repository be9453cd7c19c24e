import { canonicalJson, evaluate, type Fact } from "@shared/domain/pay";
import { moneyText } from "@shared/domain/moneyText";
import { CreditModel } from "../../../server/features/statements/creditModel";
import { FactModel } from "../../../server/features/statements/factModel";
import { readMonthState } from "../../../server/features/statements";
import { subscriptions } from "../../../server/subscriptions";
import { outboxRelay } from "../../../server/outbox";
import { DeliveryModel } from "../../../server/outbox/outboxModel";
import { startDemoWorld, type DemoWorld } from "../../support/demoWorld";
import { checkedLedger } from "../../support/ledger";
import { length } from "../../support/length";
import { randomFrom, shuffled } from "../../support/random";
import { lookAt } from "../../support/testDatabase";

const salesCount = length(60, 200);
const copies = 3;
const lostShare = 0.05;
const inFlight = 12;
const repIds = ["xiaowang", "xiaoli", "wanglei", "liuyang", "zhangsan", "lisi", "wangfang", "sunwei"];
const customerOf: Record<string, string> = {
  xiaowang: "c-haiyue",
  xiaoli: "c-nanyue",
  wanglei: "c-desheng",
  liuyang: "c-xinghe",
  zhangsan: "c-hongda",
  lisi: "c-hongyuan",
  wangfang: "c-qiming",
  sunwei: "c-lida",
};

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

async function deliverAll(world: DemoWorld, commands: { memberId: string; path: string; body: object }[]) {
  const queue = shuffled(
    commands.flatMap((command) => Array.from({ length: copies }, () => command)),
    random,
  );
  const answered = new Set<object>();
  const lost: object[] = [];
  const worker = async () => {
    for (let command = queue.pop(); command; command = queue.pop()) {
      const { memberId, path, body } = command;
      const token = await world.app.tokenOf(memberId);
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const outcome = await deliver((signal) =>
        fetch(`${world.app.baseUrl}${path}`, {
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
  const world = await startDemoWorld({
    now: "2026-03-26T10:07:00+08:00",
    settings: { RATE_MEMBER_PER_MINUTE: "100000", RATE_ADDRESS_PER_MINUTE: "100000" },
  });
  const sales = Array.from({ length: salesCount }, (_, index) => {
    const repId = repIds[index % repIds.length] ?? "";
    // Every amount is its own, so that a message can be told by it.
    return { repId, body: world.saleBody(customerOf[repId] ?? "", 1_000_100 + index * 700) };
  });

  const submissions = sales.map(({ repId, body }) => ({ memberId: repId, path: "/api/v1/sales", body }));
  const confirmations = sales.map(({ repId, body }) => ({
    memberId: repIds.indexOf(repId) < 4 ? "chenhao" : "zhaojing",
    path: `/api/v1/sales/${body.saleId}/confirmation`,
    body: { commandId: world.newId(), revision: 1 },
  }));
  // A worker tells of the sales while they come in.
  const relay = outboxRelay(world.app.deps, subscriptions(world.app.deps));
  await relay.start();
  const lost = (await deliverAll(world, submissions)) + (await deliverAll(world, confirmations));
  await relay.stop();
  expect(lost).toBeGreaterThan(0);

  // Messages follow by their limits, so machinery's minutes pass until nothing is left.
  for (let minute = 0; minute < 40 && (await eventsLeft()) > 0; minute += 1) {
    await world.workAll();
    world.app.passRealTime({ seconds: 31 });
    world.app.clock.advance({ minutes: 1 });
  }
  expect(await eventsLeft()).toBe(0);

  const facts = (await lookAt(() => FactModel.find({}).lean())).map((record) => record.fact as Fact);
  const saleFacts = facts.filter((fact) => fact.kind === "sale");
  expect(saleFacts.map((fact) => fact.saleId).sort()).toEqual(sales.map(({ body }) => body.saleId).sort());
  expect(await lookAt(() => CreditModel.countDocuments({ kind: "sale" }))).toBe(salesCount);

  expect(await checkedLedger()).toMatchObject({ difference: null, counts: { beingPriced: 0 } });
  for (const repId of repIds) {
    const month = await readMonthState(repId, "2026-03");
    expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
    const soldFen = sales.filter((sale) => sale.repId === repId).reduce((sum, sale) => sum + sale.body.amountFen, 0);
    expect((await world.as(repId).call("today.read")).mine?.doneFen).toBe(soldFen);
  }
  for (const unitId of ["u3", "u4"]) {
    const own = sales.filter(({ repId }) => (unitId === "u3") === repIds.indexOf(repId) < 4);
    const { team } = await world.as("linjing").call("teams.read", { unitId, period: "2026-03" });
    expect(team.doneFen).toBe(own.reduce((sum, sale) => sum + sale.body.amountFen, 0));
  }

  for (const { repId, body } of sales) {
    const amount = moneyText(body.amountFen, "long");
    const toRep = world.app.wecom.member(repId).sentences.filter((sentence) => sentence.includes(`完成${amount}订单`));
    expect(toRep).toHaveLength(1);
    const robot = world.app.wecom.robot(repIds.indexOf(repId) < 4 ? "华南直销一队" : "华南直销二队");
    const inGroup = robot.messages.map((message) => JSON.stringify(message.content)).join("\n");
    // Once: on a card of its own, or in a digest.
    expect(inGroup.split(new RegExp(`(?<![\\d.])${amount.replace(".", "\\.")}`)).length - 1).toBe(1);
  }
  expect(world.app.wecom.dropped).toEqual([]);
}, 900_000);
