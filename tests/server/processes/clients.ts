import { Agent, request } from "node:http";
import { operations } from "@shared/api/operations";
import { shuffled } from "../../support/random";
import type { Tokens } from "./company";
import type { Lane, Step } from "./story";

/** What comes back: the server's word, or none, since the connection broke or the client has cut it. */
export type Heard = { status: number; text: string } | null;

/** The client goes away before the answer, or the answer goes astray on its way. */
type Loss = "none" | "cut" | "astray";

interface Sending {
  /** Which of the processes. */
  to: number;
  loss: Loss;
}

interface Plan {
  step: Step;
  /** The three times that it is sent. */
  sendings: Sending[];
  /** All three at one moment, or the second and the third at any time later. */
  together: boolean;
}

export interface Played {
  /** Every answer that a client has heard, by command. */
  heard: Map<string, { status: number; text: string }[]>;
  sent: number;
  lost: number;
}

interface PlayOptions {
  ports: readonly number[];
  tokens: Tokens;
  random: () => number;
  /** 3: to three processes in random order; 1: once and to the first, as one does on a quiet day. */
  times: 1 | 3;
  /** Part of the answers that never arrive. */
  lossRate: number;
  /** Some process or the engine is killed now and then: what was not answered, or only refused for the moment, is sent again. */
  underKills?: boolean;
  /** Called with the number of commands that have been answered, before each that is new; it may make a lane wait. */
  pace?: (answered: number) => Promise<void>;
}

/** Whoever is not answered by then asks somebody else. */
const answerMaxMs = 30_000;
/** How many repeats are under way beside the lanes. */
const repeatersMax = 4;

/**
 * Sends the whole story: the lanes at the same time, each command of a lane when the one before it has been answered, and the
 * repeats of earlier commands between them.
 */
export async function play(lanes: readonly Lane[], options: PlayOptions): Promise<Played> {
  const agent = new Agent({ keepAlive: true });
  const played: Played = { heard: new Map(), sent: 0, lost: 0 };
  const later: { step: Step; sending: Sending }[] = [];
  const plans = lanes.map((lane) => lane.map((step) => planOf(step, options)));
  const { random } = options;
  let lanesRun = lanes.length;

  const trySending = async (step: Step, sending: Sending): Promise<boolean> => {
    played.sent += 1;
    const token = options.tokens.get(step.actorId) ?? "";
    const heard = await send(agent, options.ports[sending.to] ?? 0, token, step, sending.loss);
    if (heard === null || (options.underKills && asksToRepeat(heard))) {
      played.lost += 1;
      return false;
    }
    const before = played.heard.get(step.commandId);
    if (before) before.push(heard);
    else played.heard.set(step.commandId, [heard]);
    return true;
  };

  /** Until it has been answered, each time to another process. */
  const sendUntilHeard = async (step: Step, first: Sending): Promise<void> => {
    for (let { to, loss } = first, tries = 1; !(await trySending(step, { to, loss })); tries += 1) {
      if (tries > 200) throw new Error(`${step.operation} ${step.commandId} is never answered`);
      to = (to + 1) % options.ports.length;
      loss = "none";
      if (options.underKills) await pause(50);
    }
  };

  const lane = async (planned: readonly Plan[]): Promise<void> => {
    for (const { step, sendings, together } of planned) {
      const [first, ...others] = sendings;
      if (!first) continue;
      await options.pace?.(played.heard.size);
      if (together) await Promise.all(sendings.map((sending) => sendUntilHeard(step, sending)));
      else {
        await sendUntilHeard(step, first);
        later.push(...others.map((sending) => ({ step, sending })));
      }
    }
    lanesRun -= 1;
  };

  const repeater = async (): Promise<void> => {
    while (lanesRun > 0 || later.length > 0) {
      const [repeat] = later.splice(Math.floor(random() * later.length), 1);
      if (repeat) await sendUntilHeard(repeat.step, repeat.sending);
      else await pause(5);
    }
  };

  try {
    await Promise.all([...plans.map(lane), ...Array.from({ length: repeatersMax }, repeater)]);
  } finally {
    lanesRun = 0;
    later.length = 0;
    agent.destroy();
  }
  return played;
}

/**
 * Nothing was done, and the same may work in a moment, as the phone sees it too: a 5xx, or `conflict.busy` while somebody killed
 * inside a transaction still holds what the command needs.
 */
const asksToRepeat = ({ status, text }: NonNullable<Heard>): boolean =>
  status >= 500 || (status === 409 && text.includes(`"code":"conflict.busy"`));

function planOf(step: Step, { ports, random, times, lossRate }: PlayOptions): Plan {
  const lossOf = (): Loss => (random() >= lossRate ? "none" : random() < 0.5 ? "cut" : "astray");
  const order = shuffled(
    ports.map((_, index) => index),
    random,
  );
  const sendings = Array.from({ length: times }, (_, index) => ({
    to: order[index % order.length] ?? 0,
    loss: lossOf(),
  }));
  return { step, sendings, together: random() < 0.5 };
}

function send(agent: Agent, port: number, token: string, step: Step, loss: Loss): Promise<Heard> {
  const { method, path } = operations[step.operation];
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(step.params[name] ?? ""));
  const body = JSON.stringify(step.body);
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const sent = request({ agent, host: "127.0.0.1", port, method, path: filled, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => (text += part));
      response.on("end", () => resolve(loss === "none" ? { status: response.statusCode ?? 0, text } : null));
      response.on("error", () => resolve(null));
    });
    sent.on("error", () => resolve(null));
    sent.on("close", () => resolve(null));
    sent.setTimeout(answerMaxMs, () => sent.destroy());
    // The bytes are on their way when it goes.
    sent.end(body, () => {
      if (loss === "cut") setTimeout(() => sent.destroy(), 3);
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
