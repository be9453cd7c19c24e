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

beforeEach(() => {
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

it("a visit whose check-in waits for the leader says so when its record is opened again, as it said when it was written", () => {
  const checkIn = {
    ...{
      checkInId: "k",
      customerId: "c",
      customerName: "海岳机械",
      siteId: "p",
      siteName: "总部",
      verdict: "doubtful",
    },
    ...{ distanceM: 215, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
    ...{ visitId: "v", recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null },
    review: {
      ...{
        state: "open",
        doubts: ["edge"],
        decideUntil: "2026-04-02T01:00:00.000Z",
        answer: null,
        decision: null,
        revision: 1,
      },
    },
  };
  const visit = {
    ...{
      visitId: "v",
      customerId: "c",
      customerName: "海岳机械",
      purpose: "followUp",
      peopleMet: null,
      record: "演示",
    },
    ...{ nextStep: null, recordedAt: "2026-03-26T02:00:00.000Z", version: 1, correctedAt: null, on: "2026-03-26" },
    type: {
      ...{ typeId: "plain", version: 1, name: "普通拜访", steps: [], asksTimeOnSite: false, seenBy: "everybody" },
    },
    answers: [],
    ...{ effective: true, reason: null, checkIn, revision: 1 },
  };
  const page = { visit, earlier: [], correctableUntil: null };
  expect(hasShape(page, answerShapes["visits.read"])).toBe(true);
  queryClient.setQueryData(["visit", "v"], page);
  render(
    <QueryClientProvider client={queryClient}>
      <VisitRead visitId="v" />
    </QueryClientProvider>,
  );
  expect(document.querySelector("#visit-standing")?.textContent).toContain(
    "先计入打卡存疑，等主管决定；没有决定就照算",
  );
});
