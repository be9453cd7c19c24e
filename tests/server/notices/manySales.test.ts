import { randomUUID } from "node:crypto";
import { canonicalJson, evaluate } from "@shared/domain/pay";
import { demoCustomers } from "../../../server/commands/demoCompany/customers";
import { readMonth } from "../../../server/features/statements";
import { eventHandlers } from "../../../server/handlers";
import { outboxRelay } from "../../../server/outbox";
import { type DemoWorld, startDemoWorld } from "../../support/demoWorld";
import { randomFrom, shuffled } from "../../support/random";
import { stored } from "../../support/testDatabase";

/*
 * A rush: many people sell at once over a bad network, while a worker tells of it. How many sales may be set, since the
 * whole number takes a while: SALES=200.
 */
const salesCount = Number(process.env.SALES ?? 12);
const lostShare = 0.05;
const sendersMax = 6;

const reps = ["xiaowang", "xiaoli", "wanglei", "liuyang", "zhangsan", "lisi", "wangfang", "sunwei"];
const customerOf = new Map(
  reps.map((rep) => [
    rep,
    demoCustomers.find((one) => one.ownerId === rep || one.coServedByIds.includes(rep))?.id ?? "",
  ]),
);
const leaderOf = (rep: string) => (reps.indexOf(rep) < 4 ? "chenhao" : "zhaojing");

let world: DemoWorld;
const random = randomFrom(20_260_326);

interface Rush {
  saleId: string;
  rep: string;
  /** Another one for each sale, so that messages can be told apart. */
  amountFen: number;
}

it(
  `names each of ${salesCount} sales once, though every command is sent three times and answers are lost`,
  async () => {
    world = await startDemoWorld({ now: "2026-03-26T10:05:00+08:00" });
    const { deps, wecom, clock } = world.app;
    const relay = outboxRelay(deps, eventHandlers(deps));
    await relay.start();
    const rush: Rush[] = Array.from({ length: salesCount }, (_, index) => ({
      saleId: randomUUID(),
      rep: reps[index % reps.length] ?? "",
      amountFen: 1_000_100 + index * 100,
    }));

    await sendThrice(rush.map(submission));
    await sendThrice(rush.map(confirmation));
    await relay.stop();
    await workUntilQuiet();
    clock.advance({ minutes: 10 });
    await workUntilQuiet();

    const facts = await stored("facts", { kind: "sale" });
    expect(facts.map(({ _id }) => String(_id)).sort()).toEqual(rush.map(({ saleId }) => `sale:${saleId}`).sort());
    for (const rep of reps) {
      const month = await readMonth(rep, "2026-03");
      expect(canonicalJson(month.stored)).toBe(canonicalJson(evaluate(month.assignments, month.book)));
    }

    const groups = wecom.world.robots.flatMap(({ key }) => wecom.robot(key).sentences);
    const lines = groups.flatMap((text) => text.split("\n").filter((line) => /^\*\*签单|^> \d\d:\d\d/.test(line)));
    for (const { saleId, rep, amountFen } of rush) {
      const told = wecom
        .member(rep)
        .messages.filter(({ content }) => JSON.stringify(content).includes(`${saleId}%3Arep`));
      expect([saleId, told.length]).toEqual([saleId, 1]);
      const named = new RegExp(`(?<!\\d)${amountFen / 100}元`);
      expect([saleId, lines.filter((line) => named.test(line)).length]).toEqual([saleId, 1]);
    }
    expect(wecom.dropped).toEqual([]);
  },
  60_000 + salesCount * 10_000,
);

type Send = () => Promise<unknown>;

function submission({ saleId, rep, amountFen }: Rush): Send {
  const body = { ...world.saleBody(customerOf.get(rep) ?? "", amountFen), saleId };
  return () => world.as(rep).call("sales.submit", undefined, body);
}

function confirmation({ saleId, rep }: Rush): Send {
  const body = { commandId: randomUUID(), revision: 1 };
  return () => world.as(leaderOf(rep)).call("sales.confirm", { saleId }, body);
}

/** Each command three times, in any order, some at the same time; who got no answer asks again until there is one. */
async function sendThrice(commands: Send[]): Promise<void> {
  const answers = commands.map(() => new Set<string>());
  const queue = shuffled(
    commands.flatMap((_, index) => [index, index, index]),
    random,
  );
  const sendNext = async (): Promise<void> => {
    for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
      const answer = await commands[index]?.();
      const isLost = random() < lostShare;
      if (!isLost) answers[index]?.add(JSON.stringify(answer));
      else if (!queue.includes(index) && answers[index]?.size === 0) queue.push(index);
    }
  };
  await Promise.all(Array.from({ length: sendersMax }, sendNext));
  expect(answers.map(({ size }) => size)).toEqual(commands.map(() => 1));
}

/** Until only what waits for the clock is left; minutes go by where a limit is reached. */
async function workUntilQuiet(): Promise<void> {
  for (let minute = 0; minute < 60; minute += 1) {
    await world.workAll();
    if ((await stored("events", { state: "due" })).length === 0) return;
    world.app.passRealTime({ seconds: 63 });
  }
  throw new Error("the events never end");
}
