import { length } from "../../support/length";
import { randomFrom } from "../../support/random";
import { story } from "../../support/story";
import { play, type Played } from "./clients";
import { startLastingEngine, type LastingEngine } from "./cluster";
import type { Company } from "./company";
import type { Dump } from "./dump";
import { KillRounds } from "./kills";
import { halvesOf, type Lane, storyOf } from "./story";
import {
  dump,
  finish,
  ledgerOf,
  letLeasesRunOut,
  setBusinessTime,
  setUpCompany,
  startWorld,
  type World,
} from "./world";

/*
 * Several processes are the normal case: 3 that answer and 2 that work in the background, from the built server, on one durable
 * engine. Whatever is repeated, lost or killed, what is left is what one quiet run on one process leaves. The first half of the
 * story is played with repeats and lost answers, the second one, later that morning, also with kills.
 */

const seed = Number(process.env.STORY_SEED ?? 20_260_326);
/** Of each half. */
const commandCount = length(24, 300);
const killRounds = length(2, 20);
const laterNow = new Date("2026-03-26T11:00:00+08:00");
const minuteMs = 60_000;

const halves = halvesOf(storyOf(2 * commandCount, randomFrom(seed)));
const asOften = { times: 3, lossRate: 0.08 } as const;

/** What is answered, and what is left, when everything is sent once and nothing happens to it. */
interface Clean {
  answers: Map<string, string[]>;
  left: Dump;
}

let engine: LastingEngine;
let many: World;
let clean: [Clean, Clean];

beforeAll(async () => {
  engine = await startLastingEngine();
  const company = await setUpCompany(engine);
  clean = await cleanRun(company);
  many = await startWorld(engine, "many", company, ["http", "http", "http", "worker", "worker"]);
}, 10 * minuteMs);

async function cleanRun(company: Company): Promise<[Clean, Clean]> {
  const world = await startWorld(engine, "clean", company, ["http,worker"]);
  const half = async (lanes: Lane[]): Promise<Clean> => {
    const played = await play(lanes, { ...clientsOf(world), times: 1, lossRate: 0 });
    // Nobody gets more than 30 messages a minute, and a manager of so many sales waits for the next one.
    await finish(world, 3 * minuteMs);
    return { answers: answersOf(lanes, played), left: await dump(world) };
  };
  const first = await half(halves[0]);
  await setBusinessTime(world, laterNow);
  const both: [Clean, Clean] = [first, await half(halves[1])];
  await world.stop();
  return both;
}

story(
  `what several processes leave is what one leaves (seed ${seed})`,
  {
    "one process does what it is told, once": async () => {
      const answers = clean.flatMap((half) => [...half.answers.values()]);
      expect(answers.filter((all) => all.length !== 1 || !/^20[01] /.test(all[0] ?? ""))).toEqual([]);
      expect(answers).toHaveLength(2 * commandCount);
      await Promise.resolve();
    },

    "what is sent three times to three processes is done once, and answered each time as the first time": async () => {
      const played = await play(halves[0], { ...clientsOf(many), ...asOften });
      expect(answersOf(halves[0], played)).toEqual(clean[0].answers);
      await finish(many, 3 * minuteMs);
      expect(await dump(many)).toEqual(clean[0].left);
      expect(await ledgerOf(many)).toMatchObject({ difference: null, counts: { beingPriced: 0 } });
    },

    "nothing is lost or doubled when workers, http processes and the engine are killed in turn": async () => {
      await setBusinessTime(many, laterNow);
      const parts = { engine, world: many, rounds: killRounds, commandCount, random: randomFrom(seed + 2) };
      const kills = new KillRounds(parts);
      const played = await play(halves[1], { ...clientsOf(many), ...asOften, underKills: true, pace: kills.pace });
      expect(answersOf(halves[1], played)).toEqual(clean[1].answers);
      expect(await kills.ended()).toBe(killRounds);
      // In the soak their half minute really passes.
      if (process.env.SOAK !== "1") await letLeasesRunOut(many);
      await finish(many, 5 * minuteMs);
      const { arrivals = [], ...left } = await dump(many);
      const { arrivals: cleanArrivals = [], ...cleanLeft } = clean[1].left;
      expect(left).toEqual(cleanLeft);
      expect(arrivals.filter((line) => !cleanArrivals.includes(line) && !isUncertainPraise(line))).toEqual([]);
      expect(await ledgerOf(many)).toMatchObject({ difference: null, counts: { beingPriced: 0 } });
    },
  },
  { timeoutMs: 30 * minuteMs },
);

/**
 * Where a worker dies between storing and the end of sending nobody knows whether the group has got the praise, which then is
 * not repeated, and says so.
 */
const isUncertainPraise = (line: string) => /:group unknown, arrived: [01]$/.test(line);

function clientsOf({ http, tokens }: World) {
  return { ports: http.map(({ port }) => port), tokens, random: randomFrom(seed + 1) };
}

/** The different answers that each command has got: one, where all is well. */
function answersOf(lanes: readonly Lane[], { heard }: Played): Map<string, string[]> {
  const textsOf = (commandId: string) => (heard.get(commandId) ?? []).map(({ status, text }) => `${status} ${text}`);
  return new Map(lanes.flat().map(({ commandId }) => [commandId, [...new Set(textsOf(commandId))]]));
}
