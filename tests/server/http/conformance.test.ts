import { randomUUID } from "node:crypto";
import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type Contract } from "@shared/contracts";
import { corruptionsOf } from "../../support/corruptions";
import { startDemoWorld } from "../../support/demoWorld";
import type { TestApp } from "../../support/startTestApp";
import { storedCounts } from "../../support/testDatabase";
import type { RawCall } from "../../support/testApi";

let app: TestApp;
beforeAll(async () => {
  const unlimited = { RATE_MEMBER_PER_MINUTE: "1000000", RATE_ADDRESS_PER_MINUTE: "1000000" };
  const world = await startDemoWorld({ settings: { DEMO: "1", ...unlimited } });
  app = world.app;
  await app.api.call("demo.setClock", {}, { now: "2026-03-26T10:30:00+08:00", speed: 0 });
  await world.consent("xiaowang");
  // Sessions that begin during a test would look like something that it changed.
  await app.tokenOf("xiaowang");
  await app.tokenOf("xiaoli");
});

const ids = Object.keys(operations) as OperationId[];
/** Signing out ends the caller's session, so somebody else does that. */
const callerOf = (id: OperationId) =>
  contracts[id].session === "none" ? app.api : app.api.as(id === "auth.signOut" ? "xiaoli" : "xiaowang");
/** It was refused for what was sent, not by luck for something else. */
const refusals = ["input.invalid", "body.malformed", "body.tooLarge", "route.unknown"];

const hasCommandId = (body: unknown): body is { commandId: string } =>
  typeof body === "object" && body !== null && "commandId" in body;

describe.each(ids)("%s", (id) => {
  const contract: Contract = contracts[id];
  const send = (call: RawCall) => callerOf(id).send(id, call);

  it("refuses every generic corruption with problem details, and changes nothing", async () => {
    const before = await storedCounts();
    const accepted: string[] = [];
    for (const { what, call } of corruptionsOf(contract)) {
      const answer = await send(call);
      const problem = answer.body as Record<string, unknown>;
      const clear =
        refusals.includes(String(problem.code)) &&
        answer.headers.get("content-type")?.startsWith("application/problem+json") &&
        problem.status === answer.status &&
        problem.requestId === answer.headers.get("x-request-id");
      // A browser that comes back from WeCom is led to the page that says what is wrong.
      const led = answer.status === 302 && /\?reason=login\./.test(answer.headers.get("location") ?? "");
      if (!clear && !led) accepted.push(`${what}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
    }
    expect(accepted).toEqual([]);
    expect(await storedCounts()).toEqual(before);
  });

  if (contract.session === "member") {
    it("asks for a session before it looks at anything else", async () => {
      const answer = await app.api.send(id, contract.example);
      expect(answer.body).toMatchObject({ status: 401, code: "session.missing" });
    });
  }

  it("understands its own example, and keeps to its contract where it succeeds", async () => {
    const { body } = contract.example as RawCall;
    // A command of its own: the one of the example is for the corrupted ones, which must not be taken for its repeat.
    const own = hasCommandId(body) ? { ...body, commandId: randomUUID() } : body;
    const answer = await send({ ...contract.example, ...(own !== undefined && { body: own }) });
    expect(answer.status).toBeLessThan(500);
    expect(refusals).not.toContain((answer.body as { code?: string }).code);
    if (answer.status === 200) expect(contract.answer?.safeParse(answer.body).error?.issues ?? []).toEqual([]);
  });
});

it("says which fields are wrong and repeats none of what was sent", async () => {
  const body = { commandId: "no-uuid", revision: "secret-7", language: "en" };
  const answer = await app.api.as("xiaowang").send("me.setLanguage", { body });
  expect(answer.body).toMatchObject({
    code: "input.invalid",
    fields: [
      { field: "commandId", code: "format.wrong" },
      { field: "revision", code: "type.wrong" },
    ],
  });
  expect(JSON.stringify(answer.body)).not.toContain("secret-7");
});
