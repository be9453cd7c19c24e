import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { queryClient } from "@/features/query/queryClient";
import { wouldLookAgain } from "@/features/query/askAnew";
import { useSession } from "@/features/session/sessionStore";
import { VisitRead } from "@/pages/field/visit/VisitRead";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => {} }));

const decision = { byName: "陈浩", reason: "那天没有人来", at: "2026-03-26T03:00:00.000Z" };
const page = {
  visit: {
    ...{ visitId: "wang:1", customerId: "c", customerName: "海岳机械", purpose: "followUp", peopleMet: null },
    ...{ record: "确认了交期", recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null },
    nextStep: { text: "送样", on: "2026-04-02", doneAt: null },
    ...{ on: "2026-03-26", effective: false, reason: "checkIn.rejected", answers: [], revision: 1 },
    type: {
      ...{ typeId: "plain", version: 1, name: "普通拜访", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
    },
    checkIn: {
      ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部" },
      ...{ verdict: "doubtful", distanceM: 215, accuracyM: 18, radiusM: 200, visitId: "wang:1", repeatedOnDay: false },
      ...{ checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26", mendedById: null },
      recordUntil: "2026-03-27T01:00:00.000Z",
      review: {
        ...{ state: "rejected", doubts: ["edge"], decideUntil: "2026-04-02T01:00:00.000Z", answer: null, decision },
        ...{ appeal: null, appealUntil: "2026-04-02T03:00:00.000Z", revision: 2 },
      },
    },
  },
  earlier: [],
  correctableUntil: "2026-04-01T10:00:00.000Z",
  rep: { memberId: "wang", name: "小王", mayReview: true },
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "chenhao" });
  expect(hasShape(page, answerShapes["visits.read"])).toBe(true);
  queryClient.setQueryData(["visit", "wang:1"], page);
  render(
    <QueryClientProvider client={queryClient}>
      <VisitRead visitId="wang:1" />
    </QueryClientProvider>,
  );
});

it("a leader reads of a visit what its rep reads, and whose it is", () => {
  const text = document.body.textContent ?? "";
  for (const said of ["小王 · 海岳机械", "陈浩 没有认可这次打卡：那天没有人来", "确认了交期", "送样"])
    expect(text).toContain(said);
});

it("a leader has none of the rep's buttons, and comes to the client and to what was asked about the check-in", () => {
  const names = screen.getAllByRole("button").map((button) => button.textContent);
  expect(names.sort()).toEqual(["打卡是怎么定的", "看这家客户"].sort());
});

it("a leader is not told what the rep may do about a decision", () => {
  expect(document.body.textContent).not.toContain("可以请另一个人复核");
});

it.each([
  ["steps.missing", "还差必填的：科室。24 小时内补上才算有效", "补充或更正"],
  ["checkIn.unverified", "七天里没有人决定；记录会保留，不算有效拜访", "写一句说明"],
])("a leader reads of one that does not count for %s what is so, and no advice to its rep", (reason, says, never) => {
  const { visit } = page;
  const steps = [{ stepId: "d", kind: "text", label: "科室", required: true, options: [] }];
  const of = reason === "steps.missing" ? { verdict: "inside", recordUntil: "2099-03-27T01:00:00.000Z" } : {};
  const verdict =
    reason === "checkIn.unverified" ? { verdict: "unverified", recordUntil: "2026-03-27T01:00:00.000Z" } : of;
  const checkIn = { ...visit.checkIn, review: null, ...verdict };
  queryClient.setQueryData(["visit", "wang:1"], {
    ...page,
    visit: { ...visit, reason, type: { ...visit.type, steps }, checkIn },
  });
  render(
    <QueryClientProvider client={queryClient}>
      <VisitRead visitId="wang:1" />
    </QueryClientProvider>,
  );
  const text = [...document.querySelectorAll("#visit-standing")].at(-1)?.textContent ?? "";
  expect(text.replace(/\s/g, " ")).toContain(says);
  expect(text).not.toContain(never);
});

it("asking for somebody's visit again would be one more look, and nothing of it stays on the phone", () => {
  const query = queryClient.getQueryCache().find({ queryKey: ["visit", "wang:1"] });
  expect(query && wouldLookAgain(query)).toBe(true);
  expect(fakeTaro.getStorageInfoSync().keys.filter((key) => key.startsWith("copy:"))).toEqual([]);
});

it("says in whose place a deputy has not accepted it", () => {
  const { visit } = page;
  const { checkIn } = visit;
  const review = { ...checkIn.review, decision: { ...decision, insteadOfName: "赵静" } };
  queryClient.setQueryData(["visit", "wang:1"], { ...page, visit: { ...visit, checkIn: { ...checkIn, review } } });
  render(
    <QueryClientProvider client={queryClient}>
      <VisitRead visitId="wang:1" />
    </QueryClientProvider>,
  );
  expect(document.body.textContent).toContain("陈浩（代赵静）");
});
