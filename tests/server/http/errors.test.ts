import Koa from "koa";
import { errorCodes } from "@shared/errors";
import { errorHandler } from "../../../server/http/errorHandler";
import { httpServer } from "../../../server/http/httpServer";
import { statusOf } from "../../../server/http/problem";
import { requestId } from "../../../server/http/requestId";
import type { AppState } from "../../../server/http/types";
import { createLogger } from "../../../server/lib/logger";
import type { TestApp } from "../../support/startTestApp";
import { colleague, rep, startApp } from "./givenApp";

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});

const post = (body: BodyInit, headers: Record<string, string> = { "content-type": "application/json" }) =>
  fetch(`${app.baseUrl}/api/v1/auth/weapp`, { method: "POST", body, headers });

describe("an error", () => {
  it.each([
    ["a path that does not exist", "GET", "/api/v1/nothing", 404, "route.unknown"],
    ["a method that the path does not have", "DELETE", "/api/v1/me", 405, "method.notAllowed"],
    ["a method that no path has", "BREW", "/api/v1/me", 400, null],
    ["a path that leads out of the folder", "GET", "/..%2f..%2fpackage.json", 400, "input.invalid"],
    ["a path that is no text", "GET", "/%E0%A4%A", 400, "input.invalid"],
  ])("answers %s with problem details", async (_what, method, path, status, code) => {
    const response = await fetch(`${app.baseUrl}${path}`, { method, headers: { accept: "application/json" } });
    expect(response.status).toBe(status);
    if (code === null) return; // refused by Node before any of our code
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toEqual({
      type: `urn:xiaoli:problem:${code}`,
      title: expect.any(String) as string,
      status,
      code,
      detail: expect.any(String) as string,
      requestId: response.headers.get("x-request-id"),
    });
  });

  it.each([
    ["is not JSON", "{", undefined, 400, "body.malformed"],
    ["comes as a form", "code=x", { "content-type": "application/x-www-form-urlencoded" }, 400, "body.malformed"],
    ["comes as plain text", '{"code":"x"}', { "content-type": "text/plain" }, 400, "body.malformed"],
    ["is larger than 256 KB", JSON.stringify({ code: "x".repeat(300_000) }), undefined, 413, "body.tooLarge"],
  ])("refuses a body that %s", async (_what, body, headers, status, code) => {
    const response = await post(body, headers);
    expect(await response.json()).toMatchObject({ status, code });
  });

  it("has a status of failure for every code", () => {
    for (const code of errorCodes) expect(statusOf[code]).toBeGreaterThanOrEqual(400);
  });
});

describe("what nobody foresaw", () => {
  const failed = async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: "info", name: "test" }, { write: (line) => lines.push(line) });
    const broken = new Koa<AppState>().use(requestId).use(errorHandler(logger));
    broken.use(() => {
      throw new Error("E11000 at mongodb://admin:geheim@db.internal");
    });
    const server = httpServer(broken.callback(), { port: 0, host: "127.0.0.1" });
    await server.start();
    const response = await fetch(`http://127.0.0.1:${server.port()}/`, {
      headers: { "x-request-id": "named-by-the-proxy-1" },
    });
    const requestIdSeen = response.headers.get("x-request-id");
    const text = await response.text();
    await server.stop();
    return { lines, requestIdSeen, status: response.status, text };
  };

  it("is answered without a word of it", async () => {
    const { requestIdSeen, status, text } = await failed();
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: "server.failed", requestId: requestIdSeen });
    expect(text).not.toMatch(/geheim|E11000|stack/);
  });

  it("is logged in full", async () => {
    const { lines, requestIdSeen } = await failed();
    expect(lines.join()).toContain("E11000");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      requestId: requestIdSeen,
      clientRequestId: "named-by-the-proxy-1",
    });
  });

  it("does not let a request id from outside into a log line unless it is plain", async () => {
    const lines: Record<string, unknown>[] = [];
    app = await startApp({ onLog: (line) => lines.push(line) });
    const ask = (id: string) => fetch(`${app.baseUrl}/api/v1/me`, { headers: { "x-request-id": id } });
    for (const id of ['a"},{"level":"fatal', "x".repeat(65), "short", "two-of-them, two-of-them"]) {
      expect((await ask(id)).headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    }
    await ask("plain-one-1");
    expect(new Set(lines.map((line) => line.clientRequestId))).toEqual(new Set([undefined, "plain-one-1"]));
  });
});

describe("too many calls", () => {
  it("are refused for a member, with the time to wait, while others go on", async () => {
    const limited = await startApp({ settings: { RATE_MEMBER_PER_MINUTE: "3" } });
    const call = async (memberId: string) => limited.api.as(memberId).send("me.read");
    for (let n = 0; n < 3; n += 1) expect((await call(rep.memberId)).status).toBe(200);
    const refused = await call(rep.memberId);
    expect(refused.body).toMatchObject({ status: 429, code: "rate.limited" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await call(colleague.memberId)).status).toBe(200);
  });

  it("are refused for an address that tries tokens", async () => {
    const limited = await startApp({ settings: { RATE_ADDRESS_PER_MINUTE: "3" } });
    const guess = () => limited.api.send("me.read", { headers: { authorization: `Bearer ${"x".repeat(43)}` } });
    const codes = [];
    for (let n = 0; n < 4; n += 1) codes.push((await guess()).status);
    expect(codes).toEqual([401, 401, 401, 429]);
    expect((await limited.api.as(rep.memberId).send("me.read")).status).toBe(200);
  });
});
