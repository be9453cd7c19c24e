import axios, { AxiosError, type AxiosAdapter, type InternalAxiosRequestConfig } from "axios";
import { operations } from "@shared/api/operations";
import { adapter, dropEarly } from "@/platform/http/index.h5";
import { routes } from "@/routes";
import { earlyQuestions, earlyScript } from "../../../config/preloadFirstPage";

/* What the page in a browser asked before the program was there. */

const momentsAgo = (ms: number) => ({ countedMs: performance.now() - ms, wallMs: Date.now() - ms });
const sentAt = momentsAgo(250);
const receivedAt = momentsAgo(0);
const asked: string[] = [];
const usual: AxiosAdapter = (config) => {
  asked.push(config.url ?? "");
  return Promise.resolve({ data: "usual", status: 200, statusText: "OK", headers: {}, config });
};
const config = (more: Partial<InternalAxiosRequestConfig> = {}) =>
  ({ method: "get", url: "/api/v1/me", timeout: 15_000, ...more }) as InternalAxiosRequestConfig;
const ask = async (more?: Partial<InternalAxiosRequestConfig>) => {
  if (!adapter) throw new Error("there is no adapter");
  return adapter(config(more));
};
const answer = {
  status: 401,
  statusText: "",
  headers: {
    forEach: (each: (value: string, name: string) => void) => each("2026-03-26T01:00:00.000Z", "x-server-now"),
    get: (name: string) => (name === "x-member-id" ? "xiaowang" : null),
  },
} as unknown as Response;

beforeEach(() => {
  asked.length = 0;
  jest.spyOn(axios, "getAdapter").mockReturnValue(usual);
  window.earlyAnswers = { "/api/v1/me": Promise.resolve({ answer, text: "early", sentAt, receivedAt }) };
});
afterEach(() => {
  jest.restoreAllMocks();
  delete window.earlyAnswers;
  delete window.earlyAsker;
  localStorage.clear();
});

it("is taken as it came, with the moments of its way", async () => {
  const response = await ask();
  expect(response).toMatchObject({ data: "early", status: 401, request: { sentAt, receivedAt } });
  expect(response.headers).toEqual({ "x-server-now": "2026-03-26T01:00:00.000Z" });
  expect(asked).toEqual([]);
});

it("is taken once: whoever asks again hears what is true by then", async () => {
  await ask();
  expect((await ask()).data).toBe("usual");
});

it.each([
  ["another address", { url: "/api/v1/me/today" }],
  ["a write", { method: "put" }],
  ["a question with parameters", { params: { cursor: "2" } }],
])("is no answer to %s", async (_what, more) => {
  expect((await ask(more)).data).toBe("usual");
});

it("is asked for again where it was lost on the way", async () => {
  window.earlyAnswers = { "/api/v1/me": Promise.reject(new TypeError("Failed to fetch")) };
  expect((await ask()).data).toBe("usual");
});

it.each([
  ["lay for longer than any other answer may take", momentsAgo(16_000)],
  ["lay in a sleeping phone", { ...momentsAgo(0), wallMs: Date.now() - 3_600_000 }],
])("is asked for again where it %s", async (_what, lainSince) => {
  window.earlyAnswers = { "/api/v1/me": Promise.resolve({ answer, text: "early", sentAt, receivedAt: lainSince }) };
  expect((await ask()).data).toBe("usual");
});

describe("asked by the page's own file", () => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a browser runs the built file as it stands; there is no module to import
  const run = new Function(earlyScript().text) as () => void;
  const who = (memberId: string, roles: string[] = ["rep"]) =>
    JSON.stringify({ data: { memberId, roles, knownAtMs: Date.now() } });
  const clients = { url: operations["customers.mine"].path, params: {} };

  beforeEach(() => {
    delete window.earlyAnswers;
    window.fetch = jest.fn().mockResolvedValue({ ...answer, text: () => Promise.resolve("early") });
    localStorage.setItem("session:who", who("xiaowang"));
    run();
  });

  it("is of whoever was here then", async () => {
    expect((await ask()).data).toBe("early");
  });

  it("is of the same person where the server has just said again that it is them", async () => {
    localStorage.setItem("session:who", JSON.stringify({ data: { memberId: "xiaowang", roles: [], knownAtMs: 1 } }));
    expect((await ask(clients)).data).toBe("early");
  });

  it("asks about a rep's clients", async () => {
    expect((await ask(clients)).data).toBe("early");
  });

  it("asks about the clients of whoever comes for the first time, which may be a rep", async () => {
    localStorage.clear();
    run();
    localStorage.setItem("session:who", who("xiaowang"));
    expect((await ask(clients)).data).toBe("early");
  });

  it("is for nobody else than whom the server has answered, where nobody was known", async () => {
    localStorage.clear();
    run();
    localStorage.setItem("session:who", who("xiaoli"));
    expect((await ask(clients)).data).toBe("usual");
  });

  it("asks nothing about clients for somebody who sells nothing", async () => {
    localStorage.setItem("session:who", who("zhoumin", ["hr", "manager"]));
    run();
    expect(Object.keys(window.earlyAnswers ?? {})).toEqual(earlyQuestions.addresses);
    expect((await ask(clients)).data).toBe("usual");
  });

  it("is gone once it is known that nobody here wants it", async () => {
    dropEarly();
    expect((await ask(clients)).data).toBe("usual");
  });

  it.each([
    ["has come in", '{"data":{"memberId":"xiaoli"}}'],
    ["has signed out", null],
  ])("is asked for again where by another tab somebody %s meanwhile", async (_what, who) => {
    if (who === null) localStorage.removeItem("session:who");
    else localStorage.setItem("session:who", who);
    expect((await ask()).data).toBe("usual");
  });
});

it("is waited for no longer than any other", async () => {
  window.earlyAnswers = { "/api/v1/me": new Promise(() => {}) };
  const failure = await ask({ timeout: 20 }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AxiosError);
  expect(failure).toMatchObject({ code: AxiosError.ECONNABORTED });
  expect(asked).toEqual([]);
});

it("is asked for where the program will ask", () => {
  const paths = (["me.read", "today.read", "todos.mine"] as const).map((id) => operations[id].path);
  const ofRep = [operations["customers.mine"].path];
  expect(earlyQuestions).toMatchObject({ page: routes.today(), addresses: paths, ofRep });
});
