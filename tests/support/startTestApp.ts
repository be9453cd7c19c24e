import { rm } from "node:fs/promises";
import type { mongo } from "mongoose";
import type { AnswerOf } from "@shared/contracts";
import { createApp } from "../../server/app";
import { createDeps } from "../../server/createDeps";
import type { Deps } from "../../server/deps";
import { sessionsOf } from "../../server/features/auth/sessions";
import { DemoClock } from "../../server/features/demo";
import { seedRoles } from "../../server/dev/demoCompany/roles";
import { takeCompanyYears } from "../../server/lib/workCalendar";
import { syncDirectory } from "../../server/features/members";
import { connectionLimitsOf, httpServer, type Listener } from "../../server/http/httpServer";
import { freshWorld, startSimulator, trustedDomainsOf, type Simulator, type World } from "../../server/dev/wecom";
import { createLogger } from "../../server/lib/logger";
import { countingIds, TestClock } from "./testClock";
import { testApi, type TestApi } from "./testApi";
import { forget, putAllStored, resetDatabase, stored } from "./testDatabase";
import { testSettings } from "./testSettings";

export interface TestAppOptions {
  /** Business time, which stands still until a test moves it. */
  now?: string;
  /** Settings that differ; `DEMO: "1"` makes the clock the demo's own, kept in the database. */
  settings?: Record<string, string>;
  /** Sees every log line, from "debug" up. */
  onLog?: (line: Record<string, unknown>) => void;
  /** false: nobody is known yet, as on the first day. Default: the demo's people, with their roles. */
  people?: boolean;
  /** The company in WeCom. Default: the demo's people with fresh secrets. */
  world?: (trustedDomains: string[]) => World;
}

export interface TestApp {
  baseUrl: string;
  deps: Deps;
  /** Business time. With `DEMO: "1"` it does not move the demo's clock. */
  clock: TestClock;
  /** Lets machinery's time pass: sessions, caches, leases. */
  passRealTime(by: { seconds?: number; hours?: number }): void;
  wecom: Simulator;
  api: TestApi & { as(memberId: string): TestApi };
  /** A session as the login gives one. */
  tokenOf(memberId: string): Promise<string>;
  me(memberId: string): Promise<AnswerOf<"me.read">>;
  /** As on SIGTERM: the HTTP side alone. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

const running = new Set<TestApp>();

afterAll(async () => {
  for (const app of running) await app.stop();
});

/**
 * The real app over real HTTP, on an empty database, beside a WeCom of its own. Stands in for nothing but clock, ids and
 * machinery's time. An app of an earlier test is stopped.
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  for (const earlier of running) await earlier.stop();
  await resetDatabase();
  // What an earlier test wrote of the calendar is gone.
  takeCompanyYears(new Map());

  let listener: Listener = (_request, response) => void response.writeHead(503).end();
  const server = httpServer(
    (request, response) => listener(request, response),
    { port: 0, host: "127.0.0.1" },
    connectionLimitsOf(testSettings(options.settings)),
  );
  await server.start();
  const baseUrl = `http://127.0.0.1:${server.port()}`;

  const clock = new TestClock(options.now ?? "2026-03-26T09:00:00+08:00");
  let passedMs = 0;
  const realNow = () => new Date(Date.now() + passedMs);
  const wecom = await startSimulator({
    world: (options.world ?? freshWorld)(trustedDomainsOf(baseUrl)),
    realNow,
    businessNow: () => clock.now(),
  });
  const settings = testSettings({ PUBLIC_URL: baseUrl, ...wecomSettings(wecom), ...options.settings });
  const businessClock = settings.DEMO ? new DemoClock(realNow) : clock;
  const { onLog } = options;
  const logger = onLog && createLogger({ level: "debug", name: "test" }, { write: (line) => onLog(parsedLine(line)) });
  const deps = createDeps(settings, { realNow, clock: businessClock, newId: countingIds(), logger });
  if (options.people ?? true) await givenPeople(deps);
  listener = createApp(deps).callback();

  const tokens = new Map<string, string>();
  const tokenOf = async (memberId: string): Promise<string> => {
    const token = tokens.get(memberId) ?? (await sessionsOf(deps).begin({ memberId, via: "weapp" })).token;
    tokens.set(memberId, token);
    return token;
  };
  const as = (memberId: string) =>
    testApi(
      () => baseUrl,
      async () => ({ authorization: `Bearer ${await tokenOf(memberId)}` }),
    );

  const app: TestApp = {
    baseUrl,
    deps,
    clock,
    passRealTime: ({ seconds = 0, hours = 0 }) => {
      passedMs += seconds * 1000 + hours * 3_600_000;
    },
    wecom,
    api: {
      ...testApi(
        () => baseUrl,
        async () => ({}),
      ),
      as,
    },
    tokenOf,
    me: (memberId) => as(memberId).call("me.read"),
    stopServer: () => server.stop(),
    async stop() {
      if (!running.delete(app)) return;
      await server.stop();
      await wecom.stop();
      await rm(settings.FILES_DIR, { recursive: true, force: true });
    },
  };
  running.add(app);
  return app;
}

// What our own logger has just written.
const parsedLine = (line: string) => JSON.parse(line) as Record<string, unknown>;

const peopleCollections = ["members", "memberships", "orgUnits"];
const peopleOnce = new Map<string, mongo.Document[]>();

/**
 * The demo's people as the directory gives them, and the roles that an administrator would give. Read from the
 * directory once in a test file; later apps of the file begin with the same documents.
 */
async function givenPeople(deps: Deps): Promise<void> {
  if (peopleOnce.size > 0) {
    await putAllStored(peopleOnce);
    return;
  }
  await syncDirectory(deps);
  await seedRoles(deps);
  await forget("commands");
  for (const name of peopleCollections) peopleOnce.set(name, await stored(name));
}

export function wecomSettings({ baseUrl, world }: Simulator): Record<string, string> {
  const agent = world.agents.find((one) => one.miniProgramAppId !== null);
  const robots = world.robots.map((robot) => [`u${robot.departmentId}`, robot.key]);
  return {
    WECOM_CORP_ID: world.corpId,
    WECOM_AGENT_ID: String(agent?.agentId),
    WECOM_APP_SECRET: agent?.secret ?? "",
    WECOM_CONTACTS_SECRET: world.contactsSecret,
    WECOM_API_URL: baseUrl,
    WECOM_OAUTH_URL: baseUrl,
    WECOM_LOGIN_URL: baseUrl,
    WECOM_ROBOTS: JSON.stringify(Object.fromEntries(robots)),
  };
}
