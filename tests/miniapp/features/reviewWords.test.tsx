import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { VisitRead } from "@/pages/field/visit/VisitRead";
import Review from "@/pages/team/review";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "k" }),
}));

jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));

let now: Date;
jest.mock("@/api/serverClock", () => ({
  ...jest.requireActual<object>("@/api/serverClock"),
  serverNow: () => now,
}));

beforeEach(() => {
  now = new Date("2026-03-27T02:00:00.000Z");
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});

it.each(["open", "escalated"])(
  "a check-in in doubt opens its page in the state %s, also where only a newer server knows it",
  (state) => {
    const review = {
      checkInId: "k",
      rep: { memberId: "m", name: "小王" },
      ...{ customerName: "海岳机械", siteName: "总部", checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
      ...{ verdict: "doubtful", distanceM: 215, accuracyM: 18, radiusM: 200, doubts: ["edge"], state },
      ...{ askedAt: "2026-03-26T01:00:00.000Z", decideUntil: "2026-04-02T01:00:00.000Z" },
      ...{ answer: null, decision: null, record: null, revision: 1, isAnswered: false },
    };
    const page = { review, earlierRecords: [] };
    expect(hasShape(page, answerShapes["reviews.read"])).toBe(true);
    queryClient.setQueryData(["review", "k"], page);
    render(
      <QueryClientProvider client={queryClient}>
        <Review />
      </QueryClientProvider>,
    );
    expect(screen.getByText(/海岳机械/)).toBeTruthy();
  },
);

it("whoever has decided first reads who looks at it now, and is not asked", () => {
  const first = { byName: "陈浩", reason: "那天没有人来", at: "2026-03-26T03:00:00.000Z" };
  const asked = {
    checkInId: "k",
    rep: { memberId: "m", name: "小王" },
    ...{ customerName: "海岳机械", siteName: "总部", checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
    ...{ verdict: "outside", distanceM: 2_000, accuracyM: 18, radiusM: 200, doubts: ["outside"], state: "appealed" },
    ...{ decideUntil: "2026-04-02T01:00:00.000Z", answer: null, decision: first, record: null, revision: 3 },
    ...{ isAnswered: false, appeal: { text: "前台有登记", at: first.at, first } },
  };
  const page = { review: asked, earlierRecords: [], mayDecide: false, deciderNames: ["周敏"] };
  expect(hasShape(page, answerShapes["reviews.read"])).toBe(true);
  queryClient.setQueryData(["review", "k"], page);
  render(
    <QueryClientProvider client={queryClient}>
      <Review />
    </QueryClientProvider>,
  );
  const said = document.getElementById("review-outcome")?.textContent?.replace(/\s/g, " ");
  expect(said).toBe("本人已请周敏复核，最迟 4月2日 09:00；你的决定不能再改。没有人决定，维持你的结果。");
});

const checkIn = {
  ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict: "doubtful" },
  ...{ distanceM: 215, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
  ...{ visitId: "v", recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null },
};
const review = {
  ...{ state: "open", doubts: ["edge"], decideUntil: "2026-04-02T01:00:00.000Z", answer: null, decision: null },
  ...{ appeal: null, appealUntil: null, revision: 1 },
};

/** What the page of a written record says of how its visit stands. */
function standingOf(outcome: { effective: boolean; reason: string | null }, part: object): string {
  const visit = {
    ...{ visitId: "v", customerId: "c", customerName: "海岳机械", purpose: "followUp", peopleMet: null },
    ...{ record: "演示", nextStep: null, recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null },
    on: "2026-03-26",
    type: {
      ...{ typeId: "plain", version: 1, name: "普通拜访", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
    },
    answers: [],
    ...outcome,
    checkIn: { ...checkIn, ...part },
    revision: 1,
  };
  const page = { visit, earlier: [], correctableUntil: null };
  expect(hasShape(page, answerShapes["visits.read"])).toBe(true);
  queryClient.setQueryData(["visit", "v"], page);
  render(
    <QueryClientProvider client={queryClient}>
      <VisitRead visitId="v" />
    </QueryClientProvider>,
  );
  return document.querySelector("#visit-standing")?.textContent?.replace(/\s/g, " ") ?? "";
}

it("a visit whose check-in waits for the leader says so when its record is opened again, as it said when it was written", () => {
  expect(standingOf({ effective: true, reason: null }, { review })).toContain(
    "先计入打卡存疑，等主管决定；没有决定就照算",
  );
});

it("what a visit in doubt has brought is said to be there for now", () => {
  const lines = [
    {
      ...{ lineId: "l", name: "外勤补贴", ofVisitFen: 5_000, amountFen: 5_000, status: "earned" },
      sentence: "海岳机械 3月26日 有效拜访，外勤补贴 +50.00",
    },
  ];
  queryClient.setQueryData(["ofVisit", "v"], { period: "2026-03", lines });
  standingOf({ effective: true, reason: null }, { review: { ...review, deciderNames: ["陈浩"] } });
  const forNow = () => document.getElementById("visit-earned-doubt-l")?.textContent?.replace(/\s/g, " ");
  expect(forNow()).toBe("先计入，等陈浩 4月2日 09:00 前决定");
});

it("a visit in doubt says who decides, as the check-in's own page does", () => {
  const named = { ...review, deciderNames: ["周代（代陈浩）"] };
  expect(standingOf({ effective: true, reason: null }, { review: named })).toContain(
    "打卡存疑，等周代（代陈浩）决定；没有决定就照算",
  );
});

it("a visit whose check-in had no position waits for the leader, and is not called lost before", () => {
  const part = { verdict: "unverified", distanceM: null, review: { ...review, doubts: ["noFix"] } };
  expect(standingOf({ effective: false, reason: "checkIn.unverified" }, part)).toMatch(
    /^先不计入.*等主管决定；认可了就算，没有决定就不算$/,
  );
});

it("a visit that nobody has decided on in time says so from the deadline on, as the check-in's own page does", () => {
  now = new Date("2026-04-02T01:00:00.001Z");
  const part = { verdict: "unverified", distanceM: null, review: { ...review, doubts: ["noFix"] } };
  expect(standingOf({ effective: false, reason: "checkIn.unverified" }, part)).toMatch(/^不计.*七天里没有人决定/);
});

it("a visit on whose check-in nobody decides since its record was late says so, and offers no new question", () => {
  const part = {
    verdict: "unverified",
    distanceM: null,
    review: { ...review, state: "unrecorded", doubts: ["noFix"] },
  };
  expect(standingOf({ effective: false, reason: "checkIn.unverified" }, part)).toBe(
    "不计24 小时内没有写好拜访记录，所以不算有效拜访。",
  );
});

describe("a visit whose check-in was not accepted", () => {
  const outcome = { effective: false, reason: "checkIn.rejected" };
  const at = "2026-03-26T03:00:00.000Z";
  const decision = { byName: "陈浩", reason: "那天没有人来", at };

  it("says by whom and why", () => {
    const rejected = { ...review, state: "rejected", decision, appealUntil: "2026-04-02T03:00:00.000Z" };
    expect(standingOf(outcome, { review: rejected })).toContain("未认可陈浩 没有认可这次打卡：那天没有人来");
  });

  it("leads to a second person, until when that can be asked", () => {
    const rejected = { ...review, state: "rejected", decision, appealUntil: "2026-04-02T03:00:00.000Z" };
    expect(standingOf(outcome, { review: rejected })).toContain("4月2日 11:00 前可以请另一个人复核");
    expect(screen.getByRole("button", { name: "请人复核" })).toBeTruthy();
  });

  it("says until when the second person decides", () => {
    const appeal = { text: "前台有登记", at, first: decision };
    const appealed = { ...review, state: "appealed", decision: null, appeal };
    expect(standingOf(outcome, { review: appealed })).toContain(
      "复核中陈浩 没有认可这次打卡：那天没有人来已请另一个人复核",
    );
    expect(screen.queryByRole("button", { name: "请人复核" })).toBeNull();
  });
});
