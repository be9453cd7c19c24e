import {
  bytesOf,
  nextToSend,
  outcomeOf,
  queueNameOf,
  queueStateOf,
  type QueuedCommand,
  restMsAfter,
  roomOf,
  seqOfName,
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
  state: "waiting",
  problem: null,
  ...more,
});
const never = () => false;
const idsOf = (items: QueuedCommand[]) => items.map(({ commandId }) => commandId).join("");
const next = (items: QueuedCommand[], resting = "") =>
  idsOf(nextToSend(items, ({ commandId }) => resting.includes(commandId)));

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
  it("fits into one request, by number and by bytes", () => {
    const many = Array.from({ length: 60 }, (_, n) => one(String(n)));
    expect(nextToSend(many, never)).toHaveLength(syncLimits.items);
    const heavy = many.map((item) => ({ ...item, body: { text: "长".repeat(10_000) } }));
    expect(nextToSend(heavy, never)).toHaveLength(6);
    expect(nextToSend(many, never, 7)).toHaveLength(7);
  });
  it("is one that is too large for any request all the same, alone: the server says so", () => {
    expect(nextToSend([one("a", { body: { text: "x".repeat(300_000) } }), one("b")], never)).toHaveLength(1);
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
    ["somebody else's session", 403, "sync.otherMember", false, "again"],
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

it("rests longer after each try in vain, five minutes at most", () => {
  expect([1, 2, 3, 4, 20, 4_000].map(restMsAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 300_000, 300_000]);
});

it("says how it stands with each", () => {
  const items = [one("a"), one("b", { state: "refused" }), one("c", { after: "b" }), one("d", { after: "c" })];
  const looks = items.map((item) => queueStateOf(item, items, new Set(["a"])));
  expect(looks).toEqual(["sending", "refused", "held", "held"]);
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
