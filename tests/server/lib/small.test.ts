import { execFileSync } from "node:child_process";
import { canonicalJson } from "@shared/domain/canonicalJson";
import { timeOf } from "../../../server/lib/clock";
import { newToken, sha256 } from "../../../server/lib/ids";
import { KeyedQueue } from "../../../server/lib/keyedQueue";
import { heapGrowingFlag } from "../../../server/lib/growHeapSlowly";
import { createLogger } from "../../../server/lib/logger";
import { withRequestId } from "../../../server/lib/requestContext";

describe("business time", () => {
  const at = new Date("2026-03-26T01:00:00Z");
  const realAt = new Date("2026-11-25T08:00:00Z");
  const later = new Date("2026-11-25T08:01:00Z");

  it.each([
    [0, "2026-03-26T01:00:00.000Z"],
    [1, "2026-03-26T01:01:00.000Z"],
    [60, "2026-03-26T02:00:00.000Z"],
  ])("that runs %d times as fast has come so far in a minute", (speed, expected) => {
    expect(timeOf({ at, realAt, speed }, later).toISOString()).toBe(expected);
  });

  it("does not go back when a machine's clock does", () => {
    expect(timeOf({ at, realAt, speed: 60 }, new Date(realAt.getTime() - 5_000))).toEqual(at);
  });
});

describe("a queue by key", () => {
  it("keeps the order of one key, also over a failure", async () => {
    const queue = new KeyedQueue();
    const done: string[] = [];
    const work =
      (name: string, fails = false) =>
      async () => {
        await new Promise((resolve) => setImmediate(resolve));
        if (fails) throw new Error(name);
        done.push(name);
      };
    const results = await Promise.allSettled([
      queue.run("a", work("a1")),
      queue.run("a", work("a2", true)),
      queue.run("b", work("b1")),
      queue.run("a", work("a3")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
    expect(done).toEqual(["a1", "b1", "a3"]);
    expect(queue.size).toBe(0);
  });
});

describe("a log line", () => {
  const lineOf = (log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> => {
    let line = "";
    log(createLogger({ level: "info", name: "http" }, { write: (text) => (line = text) }));
    return JSON.parse(line) as Record<string, unknown>;
  };

  it("carries the id of the request that caused it", () => {
    const line = withRequestId("r-1", () => lineOf((logger) => logger.info({ route: "me.read" }, "done")));
    expect(line).toMatchObject({ requestId: "r-1", route: "me.read", process: "http", msg: "done" });
  });

  it("shows an error's code", () => {
    const shown = lineOf((logger) => logger.info({ code: "login.codeInvalid", error: { code: 11000 } }, "x"));
    expect(shown).toMatchObject({ code: "login.codeInvalid", error: { code: 11000 } });
  });

  it("shows no login code, wherever one may stand", () => {
    const hidden = {
      loginCode: "geheim",
      body: { code: "geheim" },
      query: { code: "geheim" },
      request: { params: { code: "geheim" }, data: { code: "geheim" } },
    };
    expect(JSON.stringify(lineOf((logger) => logger.info(hidden, "x")))).not.toContain("geheim");
  });

  it("shows no secret, whether at the top or inside", () => {
    const secrets = {
      token: "geheim",
      headers: { authorization: "Bearer geheim", cookie: "geheim" },
      a: { b: { phone: "geheim" } },
    };
    expect(JSON.stringify(lineOf((logger) => logger.info(secrets, "x")))).not.toContain("geheim");
  });
});

it("compares bodies by their values, not by the order of their fields", () => {
  expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[1,{"c":2,"d":1}]}');
  expect(sha256(canonicalJson({ a: 1, b: 2 }))).toBe(sha256(canonicalJson({ b: 2, a: 1 })));
});

it("makes tokens of 256 bits that can stand in a header", () => {
  const tokens = new Set(Array.from({ length: 100 }, newToken));
  expect(tokens.size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

describe("the memory of a busy process", () => {
  it("is held by a setting that this Node knows", () => {
    expect(execFileSync(process.execPath, ["--v8-options"], { encoding: "utf8" })).toContain(heapGrowingFlag);
  });
});
