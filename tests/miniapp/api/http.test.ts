import type { ApiError } from "@/api/apiError";
import { call, dropToken, hasToken, keepToken, onSessionEnded } from "@/api/http";
import { reckonTime } from "@/api/serverClock";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

interface Sent {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
}

const problem = (status: number, code: string) => ({
  statusCode: status,
  header: { "X-Request-Id": "req-1", "X-Server-Now": "2026-03-26T01:00:00.000Z" },
  data: { status, code, detail: "…", requestId: "7F3A-2291", fields: [{ field: "amountFen", code: "too_small" }] },
});
const answer = (data: unknown) => ({
  statusCode: 200,
  header: { "X-Server-Now": "2026-03-26T01:00:00.000Z" },
  data,
});

let sent: Sent[];
let answers: (() => unknown)[];

beforeEach(() => {
  clearStorage();
  keepToken("token-1");
  sent = [];
  answers = [];
  jest.spyOn(fakeTaro, "request").mockImplementation(((options: Sent) => {
    sent.push(options);
    return Promise.resolve(answers.shift()?.());
  }) as never);
  onSessionEnded(() => Promise.resolve(false));
});
afterEach(() => jest.restoreAllMocks());

it("asks by the table of operations, with the session and as JSON", async () => {
  answers.push(() => answer({ sale: { saleId: "s1" } }));
  await call("sales.confirm", { params: { saleId: "s/1" }, body: { commandId: "c1", revision: 1 } });
  expect(sent[0]).toMatchObject({ url: "https://xiaoli.test/api/v1/sales/s%2F1/confirmation", method: "POST" });
  expect(sent[0]?.header).toMatchObject({ Authorization: "Bearer token-1", "X-Requested-With": "xiaoli" });
  expect(JSON.parse(sent[0]?.data ?? "")).toEqual({ commandId: "c1", revision: 1 });
});

it("tells code, number to quote and fields of a refusal", async () => {
  answers.push(() => problem(400, "input.invalid"));
  const refused = await call("sales.list", { query: { view: "mine" } }).catch((error: unknown) => error as ApiError);
  expect(refused).toMatchObject({
    code: "input.invalid",
    requestId: "7F3A-2291",
    fields: [{ field: "amountFen", code: "too_small" }],
  });
});

it("takes a code that it does not know for a broken server", async () => {
  answers.push(() => problem(418, "teapot"));
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "server.failed" });
});

it.each<[string, number, unknown]>([
  ["a page of HTML", 502, "<html><body><h1>502 Bad Gateway</h1></body></html>"],
  ["nothing", 504, ""],
  ["JSON of somebody else", 503, { message: "no healthy upstream", requestId: 7 }],
  ["a list", 500, ["requestId"]],
  ["a text", 413, "Request Entity Too Large"],
])("offers no number to quote where a proxy answers with %s, whatever its headers say", async (_what, status, data) => {
  answers.push(() => ({ statusCode: status, header: { "X-Request-Id": "of-the-proxy-1" }, data }));
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "server.failed", requestId: null, status });
});

it("says that there is no connection", async () => {
  answers.push(() => Promise.reject(Object.assign(new Error(), { errMsg: "request:fail timeout" })));
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "network", requestId: null });
});

it("comes in again silently when the session has ended, and goes on", async () => {
  onSessionEnded(() => {
    keepToken("token-2");
    return Promise.resolve(true);
  });
  answers.push(
    () => problem(401, "session.ended"),
    () => answer({ items: [], nextCursor: null }),
  );
  await call("sales.list", { query: { view: "mine" } });
  expect(sent.map(({ header }) => header.Authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

it("gives up where nobody can come in, and keeps no dead session", async () => {
  answers.push(() => problem(401, "session.ended"));
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "session.ended" });
  expect(sent).toHaveLength(1);
  expect(hasToken()).toBe(false);
});

it("does not try for ever", async () => {
  onSessionEnded(() => Promise.resolve(true));
  answers.push(
    () => problem(401, "session.ended"),
    () => problem(401, "session.ended"),
  );
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "session.ended" });
  expect(sent).toHaveLength(2);
});

it("fetches a session first where the phone has none", async () => {
  dropToken();
  const order: string[] = [];
  onSessionEnded(() => {
    order.push("login");
    keepToken("token-3");
    return Promise.resolve(true);
  });
  answers.push(() => answer({}));
  await call("me.read", {});
  expect(order).toEqual(["login"]);
  expect(sent[0]?.header.Authorization).toBe("Bearer token-3");
});

it("takes its time from the server, whatever the phone's date is", async () => {
  answers.push(() => answer({}));
  await call("me.read", {});
  const { at, kind } = reckonTime();
  expect(kind).toBe("anchored");
  expect(at.toISOString().slice(0, 16)).toBe("2026-03-26T01:00");
});
