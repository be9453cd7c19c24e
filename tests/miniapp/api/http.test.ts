import type { ApiError } from "@/api/apiError";
import { readConnection } from "@/api/connection";
import { answerShapes, paths } from "@/api/answerShapes";
import { caller, dropToken, hasToken, keepToken, onOtherReader, onOutdated, onSessionEnded } from "@/api/http";
import { reckonTime } from "@/api/serverClock";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const call = caller({ shapes: answerShapes, paths });

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
const answer = (data: unknown, header: Record<string, string> = { "X-Server-Now": "2026-03-26T01:00:00.000Z" }) => ({
  statusCode: 200,
  header,
  data,
});
const helpers = { administratorNames: ["吴涛"] };

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
  answers.push(() => answer({ noticeId: "n/1", read: true }));
  await call("notices.markRead", { params: { noticeId: "n/1" }, body: { commandId: "c1" } });
  expect(sent[0]).toMatchObject({ url: "https://xiaoli.test/api/v1/me/notices/n%2F1/reading", method: "POST" });
  expect(sent[0]?.header).toMatchObject({ Authorization: "Bearer token-1", "X-Requested-With": "xiaoli" });
  expect(JSON.parse(sent[0]?.data ?? "")).toEqual({ commandId: "c1" });
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

describe("takes for no answer", () => {
  const submit = () => call("notices.markRead", { params: { noticeId: "n1" }, body: { commandId: "c1" } });

  it.each<[string, unknown]>([
    ["the login page of a hotspot", "<html><title>欢迎使用机场 Wi-Fi</title></html>"],
    ["an empty object", {}],
    ["nothing", ""],
    ["null", null],
    ["a list", []],
    ["what another operation answers", { items: [], nextCursor: null }],
    ["a right answer with a wrong field", { noticeId: "n1", read: "true" }],
  ])("%s, with status 200 and without our mark: it was not sent", async (_what, data) => {
    answers.push(() => answer(data, { "Content-Type": "text/html" }));
    await expect(submit()).rejects.toMatchObject({ code: "foreign" });
    expect(readConnection().reached).toBe(false);
  });

  it("a body of another version: the program is asked to renew itself before anything is sent", async () => {
    const renew = jest.fn();
    onOutdated(renew);
    answers.push(() => answer({ noticeId: "n1", state: "read" }));
    await expect(submit()).rejects.toMatchObject({ code: "outdated" });
    expect(renew).toHaveBeenCalledTimes(1);
  });

  it.each([401, 403, 404, 511])("status %i of somebody in between: nobody is signed out by it", async (statusCode) => {
    const recover = jest.fn(() => Promise.resolve(true));
    onSessionEnded(recover);
    answers.push(() => ({ statusCode, header: {}, data: "<html>请先登录</html>" }));
    await expect(submit()).rejects.toMatchObject({ code: "foreign", status: null });
    expect(recover).not.toHaveBeenCalled();
    expect(hasToken()).toBe(true);
  });
});

it("says that there is no connection", async () => {
  answers.push(() => Promise.reject(Object.assign(new Error(), { errMsg: "request:fail timeout" })));
  await expect(call("me.read", {})).rejects.toMatchObject({ code: "network", requestId: null });
});

it("comes in again silently when the session has ended", async () => {
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

describe("where nobody can come in again", () => {
  beforeEach(async () => {
    answers.push(() => problem(401, "session.ended"));
    await expect(call("me.read", {})).rejects.toMatchObject({ code: "session.ended" });
  });

  it("asks no second time", () => {
    expect(sent).toHaveLength(1);
  });

  it("keeps no session that has ended", () => {
    expect(hasToken()).toBe(false);
  });
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
  answers.push(() => answer({ items: [], nextCursor: null }));
  await call("sales.list", { query: { view: "mine" } });
  expect(order).toEqual(["login"]);
  expect(sent[0]?.header.Authorization).toBe("Bearer token-3");
});

it("takes its time from the server, whatever the phone's date is", async () => {
  answers.push(() => answer(helpers));
  await call("auth.helpers", {});
  const { at, kind } = reckonTime();
  expect(kind).toBe("anchored");
  expect(at.toISOString().slice(0, 16)).toBe("2026-03-26T01:00");
});

describe("in a program that is for 小王", () => {
  const isOther = jest.fn();
  let present: string | null;
  const answeredTo = (memberId: string) =>
    answer({ items: [], nextCursor: null }, { "X-Server-Now": "2026-03-26T01:00:00.000Z", "X-Member-Id": memberId });
  const ask = () => call("sales.list", { query: { view: "mine" } });

  beforeEach(() => {
    isOther.mockReset();
    present = "xiaowang";
    onOtherReader({ id: () => present, isOther });
  });
  afterAll(() => onOtherReader({ id: () => null, isOther: () => {} }));

  it("says with each question for whom it asks", async () => {
    answers.push(() => answeredTo("xiaowang"));
    await ask();
    expect(sent[0]?.header["X-Member-Id"]).toBe("xiaowang");
  });

  it("says the same where a new session was fetched on the way, whosever that is", async () => {
    onSessionEnded(() => {
      present = null;
      keepToken("token-2");
      return Promise.resolve(true);
    });
    answers.push(
      () => problem(401, "session.ended"),
      () => problem(403, "session.otherMember"),
    );
    await expect(ask()).rejects.toMatchObject({ code: "session.otherMember" });
    expect(sent.map(({ header }) => header["X-Member-Id"])).toEqual(["xiaowang", "xiaowang"]);
  });

  it("takes what was answered to somebody else for no answer", async () => {
    answers.push(() => answeredTo("xiaoli"));
    await expect(ask()).rejects.toMatchObject({ code: "session.otherMember" });
    expect(isOther).toHaveBeenCalledTimes(1);
  });

  it("keeps no late answer to the one before, and asks nobody who is here because of it", async () => {
    answers.push(() => {
      present = "xiaoli";
      return answeredTo("xiaowang");
    });
    await expect(ask()).rejects.toMatchObject({ code: "session.otherMember" });
    expect(isOther).not.toHaveBeenCalled();
  });

  it("takes the answer of a server that does not say whose it is", async () => {
    answers.push(() => answer({ items: [], nextCursor: null }));
    await expect(ask()).resolves.toEqual({ items: [], nextCursor: null });
  });
});
