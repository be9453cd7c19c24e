import { createWecom, type WecomCall, type WecomClient } from "../../server/integrations/wecom";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../server/dev/wecom";

export interface GivenWecom {
  simulator: Simulator;
  client: WecomClient;
  /** What `onCall` was told. */
  calls: WecomCall[];
  /** Every line that the client logged, as JSON. */
  logged: string[];
  /** Lets time pass for the client and the simulator alike. */
  pass: (time: { minutes?: number; seconds?: number; hours?: number }) => void;
  /** A call as any SDK may send it, with the first app's token unless the query names one. */
  raw: (api: string, options?: RawOptions) => Promise<RawAnswer>;
  tokenOf: (secret: string) => Promise<string>;
}

interface RawOptions {
  query?: string;
  body?: unknown;
  /** Sent as it stands, in place of `body`. */
  rawBody?: string;
  method?: string;
  headers?: Record<string, string>;
  /** Whose token; default the first app's. "" for none. */
  secret?: string;
}

export type RawAnswer = Record<string, unknown> & { errcode: number; errmsg: string };

const running = new Set<Simulator>();

afterEach(async () => {
  for (const simulator of running) await simulator.stop();
  running.clear();
});

/** A fresh WeCom and a client of its first app, on a clock that stands until a test moves it. */
export async function givenWecom(
  options: SimulatorOptions & { timeoutMs?: number; secret?: string } = {},
): Promise<GivenWecom> {
  let nowMs = Date.parse("2026-03-26T09:00:00+08:00");
  const realNow = () => new Date(nowMs);
  const simulator = await startSimulator({ realNow, warn: () => undefined, ...options });
  running.add(simulator);
  const agent = simulator.world.agents[0];
  if (!agent) throw new Error("the world has no app");
  const calls: WecomCall[] = [];
  const logged: string[] = [];
  const log = (fields: object, message: string) => void logged.push(JSON.stringify({ ...fields, message }));
  const client = createWecom(
    {
      WECOM_CORP_ID: simulator.world.corpId,
      WECOM_AGENT_ID: agent.agentId,
      WECOM_APP_SECRET: options.secret ?? agent.secret,
      WECOM_API_URL: simulator.baseUrl,
      WECOM_OAUTH_URL: simulator.baseUrl,
      WECOM_LOGIN_URL: simulator.baseUrl,
    },
    {
      realNow,
      logger: { debug: log, warn: log },
      onCall: (call) => calls.push(call),
      timeoutMs: options.timeoutMs ?? 2000,
      sleep: async () => undefined,
    },
  );

  async function tokenOf(secret: string): Promise<string> {
    const answer = await fetchJson(`gettoken?corpid=${simulator.world.corpId}&corpsecret=${secret}`);
    return String(answer.access_token);
  }

  async function fetchJson(path: string, init?: RequestInit): Promise<RawAnswer> {
    const answer = await fetch(`${simulator.baseUrl}/cgi-bin/${path}`, init);
    // The simulator's envelope, which the tests then look into.
    return (await answer.json()) as RawAnswer;
  }

  return {
    simulator,
    client,
    calls,
    logged,
    pass: ({ minutes = 0, seconds = 0, hours = 0 }) => {
      nowMs += ((hours * 60 + minutes) * 60 + seconds) * 1000;
    },
    async raw(api, { query = "", body, rawBody, method, headers, secret = agent.secret } = {}) {
      const token = secret === "" ? "" : `access_token=${await tokenOf(secret)}&`;
      const sent = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
      return fetchJson(`${api}?${token}${query}`, {
        method: method ?? (sent === undefined ? "GET" : "POST"),
        ...(sent !== undefined && { body: sent }),
        ...(headers && { headers }),
      });
    },
    tokenOf,
  };
}

/** A text to 小王, with what a test cares about. */
export function textTo(memberId: string, content = "恭喜你完成10万元订单") {
  return { memberId, message: { text: { content } } };
}
