import { z } from "zod";
import { mediaTypeOf } from "./browserGuard";
import type { BusinessClock } from "./businessClock";
import type { SimulatorControl } from "./control";
import type { PageAnswer, PageRequest } from "./httpServer";

const fault = z.strictObject({
  path: z.string().min(1),
  errcode: z.number().int().optional(),
  status: z.number().int().min(200).max(599).optional(),
  delayMs: z.number().int().min(0).optional(),
  cut: z.enum(["before", "after"]).optional(),
  garbled: z.boolean().optional(),
  times: z.number().int().min(1).optional(),
  after: z.number().int().min(0).optional(),
});
const revocation = z.strictObject({
  how: z.enum(["revoked", "expired"]).optional(),
  agentId: z.number().int().optional(),
});
const clockChange = z.strictObject({ now: z.string().optional(), speed: z.number().min(0).max(3600).optional() });
const person = z.strictObject({ userid: z.string() });
const personOrNobody = z.strictObject({ userid: z.string().nullable() });
const robotState = z.strictObject({ state: z.enum(["active", "disabled", "removed"]) });

type Action = (body: unknown, name: string) => unknown;

/**
 * The control API, so that other processes can do what a test in this process does. Development only.
 * A POST must be JSON, which keeps other web pages from sending one.
 */
export function controlPages(
  control: SimulatorControl,
  clock: BusinessClock,
): (request: PageRequest) => Promise<PageAnswer | null> {
  const actions: Record<string, Action> = {
    "GET world": () => control.world,
    "GET journal": () => ({ entries: control.journal, loops: control.loops(), dropped: control.dropped }),
    "GET members": (_, userid) => control.member(userid),
    "GET robots": (_, name) => control.robot(name),
    "GET clock": () => clock.read(),
    "POST clock": (body) => clock.set(clockChange.parse(body)),
    "POST fail-next": (body) => control.failNext(fault.parse(body)),
    "POST login-codes": (body) => ({ code: control.issueLoginCode(person.parse(body).userid) }),
    "POST oauth-codes": (body) => ({ code: control.issueOauthCode(personOrNobody.parse(body).userid) }),
    "POST token-revocation": (body) => {
      const { how, agentId } = revocation.parse(body);
      control.revokeTokens(how, agentId);
    },
    "POST members": (_, userid) => control.readMember(userid),
    "POST robots": (_, name) => control.readRobot(name),
    "PUT robots": (body, name) => control.setRobotState(name, robotState.parse(body).state),
    "POST reset": () => control.reset(),
  };

  return async ({ method, url, contentType, rawBody }) => {
    const path = /^\/_control\/([a-z-]+)(?:\/([^/]+))?(?:\/read|\/state)?$/.exec(url.pathname);
    const action = path ? actions[`${method} ${path[1]}`] : undefined;
    if (!action) return null;
    if (method !== "GET" && mediaTypeOf(contentType) !== "application/json") return json(415, { error: "send JSON" });
    try {
      const answer = await action(rawBody === "" ? {} : JSON.parse(rawBody), decodeURIComponent(path?.[2] ?? ""));
      return json(200, answer ?? {});
    } catch (error) {
      return json(400, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

function json(status: number, body: unknown): PageAnswer {
  return { status, headers: { "Content-Type": "application/json; charset=utf-8" }, body: JSON.stringify(body) };
}
