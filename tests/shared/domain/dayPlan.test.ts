import { dueness, moved, type PlanCandidate, planReason, proposedFor, proposedMax } from "@shared/domain/dayPlan";

const day = "2026-03-26";
let count = 0;
const client = (more: Partial<PlanCandidate> = {}): PlanCandidate => ({
  customerId: `c${String((count += 1)).padStart(3, "0")}`,
  ...{ grade: "B", stage: "签单", lastVisitOn: "2026-03-16", isNew: false, nextStepOn: null },
  ...more,
});
const proposed = (
  candidates: readonly PlanCandidate[],
  { stopsMax = 30, farM = () => null }: { stopsMax?: number; farM?: (one: PlanCandidate) => number | null } = {},
) => proposedFor(candidates, { day, stopsMax, farM });

beforeEach(() => {
  count = 0;
});

it("a day's plan has everybody where something was to be done by then, the longest due first", () => {
  const [today, overdue] = [client({ nextStepOn: day }), client({ nextStepOn: "2026-03-20" })];
  expect(proposed([client({ lastVisitOn: null }), today, overdue]).slice(0, 2)).toEqual([overdue, today]);
});

it("a day's plan leaves a client to the day of this week for which something is arranged there", () => {
  const [later, muchLater] = [client({ nextStepOn: "2026-04-02" }), client({ nextStepOn: "2026-04-03" })];
  expect(proposed([later, muchLater])).toEqual([muchLater]);
});

it("a day's plan has due clients in whatever number, and others only up to five", () => {
  const due = Array.from({ length: 7 }, () => client({ nextStepOn: day }));
  const others = Array.from({ length: 9 }, () => client());
  expect(proposed([...others, ...due])).toEqual(due);
  expect(proposed(others)).toHaveLength(proposedMax);
});

it("a day's plan never has more than may be put in order", () => {
  const due = Array.from({ length: 40 }, () => client({ nextStepOn: day }));
  expect(proposed(due)).toEqual(due.slice(0, 30));
});

it.each([
  ["that day", day],
  ["the day before", "2026-03-25"],
  ["less than half of its days ago", "2026-03-20"],
])("a client that was seen %s is not proposed", (_, lastVisitOn) => {
  expect(proposed([client({ lastVisitOn })])).toEqual([]);
});

it("a client that was seen half of its days ago fills a day that has room", () => {
  const soon = client({ lastVisitOn: "2026-03-19" });
  expect(proposed([soon])).toEqual([soon]);
});

it("an A client comes before a B, and a B before a C, after the same days", () => {
  const lastVisitOn = "2026-03-06";
  const [c, b, a] = [client({ lastVisitOn, grade: "C" }), client({ lastVisitOn }), client({ lastVisitOn, grade: "A" })];
  expect(proposed([c, b, a])).toEqual([a, b, c]);
});

it("of one class whoever was not seen for longer comes first", () => {
  const [late, later] = [client({ lastVisitOn: "2026-03-10" }), client({ lastVisitOn: "2026-03-01" })];
  expect(proposed([late, later])).toEqual([later, late]);
});

it("of one class and day a client with an offer comes before one that is served already", () => {
  const [served, offered] = [client({ stage: "服务中" }), client({ stage: "方案提交" })];
  expect(proposed([served, offered])).toEqual([offered, served]);
});

it("a client far away comes after one near by that is as due", () => {
  const [far, near] = [client(), client()];
  expect(proposed([far, near], { farM: (one) => (one === far ? 12_000 : 300) })).toEqual([near, far]);
});

it("a client far away comes first all the same where it is due by much more", () => {
  const [far, near] = [client({ lastVisitOn: "2026-02-01" }), client({ lastVisitOn: "2026-03-18" })];
  expect(proposed([near, far], { farM: (one) => (one === far ? 12_000 : 300) })).toEqual([far, near]);
});

it("an A client is due a week after it was seen", () => {
  expect(dueness(client({ grade: "A", lastVisitOn: "2026-03-19" }), day)).toBe(1);
});

it("a client that was just added is due as one whose days are over", () => {
  expect(dueness(client({ lastVisitOn: null, isNew: true }), day)).toBe(1);
});

it.each([
  ["a step was to be done", { nextStepOn: "2026-03-25" }, { kind: "step" }],
  ["nobody was there for two weeks", { lastVisitOn: "2026-03-12" }, { kind: "unseen", days: 14 }],
  ["somebody was there the day before", { lastVisitOn: "2026-03-25" }, { kind: "seen", days: 1 }],
  ["nobody was there", { lastVisitOn: null }, { kind: "neverSeen" }],
  ["it is new", { lastVisitOn: null, isNew: true }, { kind: "new" }],
  ["nothing, where somebody was there that day", { lastVisitOn: day }, null],
])("says what speaks for a client: %s", (_, more, reason) => {
  expect(planReason(client(more), day)).toEqual(reason);
});

it("a client is moved by one place, and stays where there is none", () => {
  expect([moved(["a", "b", "c"], "c", -1), moved(["a", "b"], "b", 1), moved(["a"], "x", 1)]).toEqual([
    ["a", "c", "b"],
    ["a", "b"],
    ["a"],
  ]);
});
