import {
  bytesOf,
  failuresAfter,
  failuresApartMs,
  failuresMax,
  isFailure,
  laneOf,
  nextToSend,
  outcomeOf,
  queueNameOf,
  queueStatesOf,
  type QueuedCommand,
  restMsAfter,
  roomOf,
  seqOfName,
  standingOn,
  syncLimits,
} from "@shared/domain/commandQueue";

const one = (commandId: string, more: Partial<QueuedCommand> = {}): QueuedCommand => ({
  commandId,
  kind: "checkIns.create",
  body: {},
  owner: "xiaowang",
  lane: commandId,
  after: null,
  captured: { at: "2026-03-26T02:00:00Z", kind: "anchored" },
  tries: 0,
  failures: 0,
  failedAtMs: null,
  isUnsure: false,
  state: "waiting",
  problem: null,
  ...more,
});
const none = new Set<string>();
const all = { isResting: () => false, outdated: none };
const failed = { failures: failuresMax };
const idsOf = (items: QueuedCommand[]) => items.map(({ commandId }) => commandId).join("");
const next = (items: QueuedCommand[], resting = "", outdated = "") =>
  idsOf(
    nextToSend(items, {
      isResting: ({ commandId }) => resting.includes(commandId),
      outdated: new Set(outdated),
    }),
  );

describe("what is sent next", () => {
  it("is everything that waits, in the order of the taps", () => {
    expect(next([one("a"), one("b"), one("c")])).toBe("abc");
  });
  it("is nothing that was refused, which waits for its person", () => {
    expect(next([one("a", { state: "refused" }), one("b", { lane: "a" })])).toBe("b");
  });
  it("is a check-in before its record, which waits for the answer", () => {
    const record = one("b", { lane: "a", after: "a" });
    expect(next([one("a"), record, one("c", { lane: "a" })])).toBe("a");
    expect(next([record, one("c", { lane: "a" })])).toBe("bc");
  });
  it("is no record of a check-in that was refused, but what comes after it", () => {
    const refused = one("a", { state: "refused" });
    const record = one("b", { lane: "a", after: "a" });
    expect(next([refused, record, one("c", { lane: "a", after: "b" }), one("d", { lane: "a" })])).toBe("d");
  });
  it("is nothing of a client where an earlier one rests after a try", () => {
    expect(next([one("a"), one("b", { lane: "a" }), one("c")], "a")).toBe("c");
  });
  it("is the rest of a client's day where the server breaks on one of it, which is tried by itself", () => {
    const items = [one("a", { lane: "x", ...failed }), one("b", { lane: "x" }), one("c", { lane: "x", after: "a" })];
    expect(next(items, "a")).toBe("b");
    expect(next(items)).toBe("ab");
    expect(items.map(laneOf)).toEqual(["a", "x", "x"]);
  });
  it("is nothing that a newer program is needed for, nor what stands on it", () => {
    const items = [one("a", { lane: "x" }), one("b", { lane: "x" }), one("c", { lane: "x", after: "a" })];
    expect(next(items, "", "a")).toBe("b");
  });
  it("fits into one request, by number and by bytes", () => {
    const many = Array.from({ length: 60 }, (_, n) => one(String(n)));
    expect(nextToSend(many, all)).toHaveLength(syncLimits.items);
    const heavy = many.map((item) => ({ ...item, body: { text: "长".repeat(10_000) } }));
    expect(nextToSend(heavy, all)).toHaveLength(6);
    expect(nextToSend(many, { ...all, itemsMax: 7 })).toHaveLength(7);
  });
  it("is one that is too large for any request all the same, alone: the server says so", () => {
    expect(nextToSend([one("a", { body: { text: "x".repeat(300_000) } }), one("b")], all)).toHaveLength(1);
  });
});

describe("what an answer does", () => {
  const answers: [what: string, status: number, code: string | null, understood: boolean, outcome: string][] = [
    ["the contract's answer", 200, null, true, "confirmed"],
    ["the page of a hotspot with 200", 200, null, false, "again"],
    ["an answer of another version", 200, null, false, "again"],
    ["a redirect", 302, null, false, "again"],
    ["a session that has ended", 401, "session.ended", false, "again"],
    ["too many calls", 429, "rate.limited", false, "again"],
    ["a busy server", 409, "conflict.busy", false, "again"],
    ["somebody else's session", 403, "session.otherMember", false, "again"],
    ["a broken server", 500, "server.failed", false, "again"],
    ["a server that is away", 503, "server.unavailable", false, "again"],
    ["a proxy that refuses", 403, null, false, "again"],
    ["a rule that refuses", 422, "sale.tooOld", false, "refused"],
    ["what was sent with another body", 409, "command.reused", false, "refused"],
    ["what cannot be read", 400, "input.invalid", false, "refused"],
  ];
  it.each(answers)("%s", (_what, status, code, understood, outcome) => {
    expect(outcomeOf({ status, code, understood })).toBe(outcome);
  });
});

describe("what cannot be read", () => {
  const read = (...faults: string[]) => outcomeOf({ status: 400, code: "input.invalid", faults, understood: false });
  it("is a matter of versions where the contract's shape is another one", () => {
    expect([read("field.unknown"), read("value.missing", "type.wrong")]).toEqual(["outdated", "outdated"]);
  });
  it("is the person's where what was said is wrong", () => {
    expect([read("tap.tooOld"), read("text.tooLong", "field.unknown")]).toEqual(["refused", "refused"]);
  });
});

describe("a server that breaks on a command", () => {
  const after = (...atMs: number[]) => atMs.reduce(failuresAfter, { failures: 0, failedAtMs: null }).failures;
  it("has the person asked after half an hour of it", () => {
    const times = Array.from({ length: failuresMax }, (_, n) => n * failuresApartMs);
    expect(after(...times)).toBe(failuresMax);
    expect(times.at(-1)).toBe(30 * 60_000);
  });
  it("has one bad minute counted once, however often it is tried", () => {
    expect(after(...Array.from({ length: 60 }, (_, n) => n * 1_000))).toBe(1);
  });
  it("is counted on where the phone's date was set back", () => {
    expect(after(failuresApartMs * 9, 0)).toBe(2);
  });
  it("is our own, not a gateway that cannot reach it, nor one that is away for now", () => {
    const said: [status: number, code: string | null][] = [
      [500, "server.failed"],
      [502, null],
      [500, null],
      [503, "server.unavailable"],
    ];
    const failures = said.map(([status, code]) => isFailure({ status, code, understood: false }));
    expect(failures).toEqual([true, false, false, false]);
  });
  it("has broken as well where it answers in words of another version, which a newer program reads", () => {
    expect(isFailure({ status: 200, code: null, understood: false })).toBe(true);
    const item = one("a", { ...failed, problem: { code: "outdated", status: 200, details: {} } });
    expect(queueStatesOf([item], { sending: none, outdated: none }).get("a")).toBe("outdated");
  });
});

it("rests longer after each try in vain, five minutes at most", () => {
  expect([1, 2, 3, 4, 20, 4_000].map(restMsAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 300_000, 300_000]);
});

it("says how it stands with each", () => {
  const items = [
    one("a"),
    one("b", { state: "refused" }),
    one("c", { after: "b" }),
    one("d", { after: "c" }),
    one("e", failed),
    one("f", { after: "e" }),
    one("g"),
    one("h"),
  ];
  const looks = queueStatesOf(items, { sending: new Set(["a"]), outdated: new Set(["g"]) });
  const expected = ["sending", "refused", "held", "held", "failed", "held", "outdated", "waiting"];
  expect([...looks.values()]).toEqual(expected);
});

it("says that there is little room before there is none", () => {
  expect([80, 81, 100, 101].map((used) => roomOf(used, 100))).toEqual(["enough", "little", "little", "none"]);
});

it.each(["", "abc", "长者", "é", "🙂x", "\ud800"])("counts the bytes of %j as UTF-8 does", (text) => {
  // JSON writes half a character as an escape, which is six letters.
  expect(bytesOf(text)).toBe(Buffer.byteLength(JSON.stringify(text)));
});

it("names keys so that they sort in the order of the taps", () => {
  const names = [9, 10, 100].map((seq) => queueNameOf(seq, "c1"));
  expect([...names].sort()).toEqual(names);
  expect(names.map(seqOfName)).toEqual([9, 10, 100]);
  expect(["q:1", "queue", "draft:q:0000000001:c1", "q:0000000001:"].map(seqOfName)).toEqual([null, null, null, null]);
});

describe("what stands on a command", () => {
  const client = one("a");
  const checkIn = one("b", { after: "a" });
  const record = one("c", { after: "b" });

  it("is also what stands on that, wherever it is in the list", () => {
    expect(idsOf(standingOn([record, one("d"), client, checkIn], "a"))).toBe("cb");
  });

  it("is nothing of what came before it", () => {
    expect(idsOf(standingOn([client, checkIn, record], "c"))).toBe("");
  });
});
