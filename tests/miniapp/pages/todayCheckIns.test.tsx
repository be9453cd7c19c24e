import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { TodayCheckIns } from "@/pages/tabs/do/TodayCheckIns";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));
jest.mock("@/api/serverClock", () => ({
  ...jest.requireActual<object>("@/api/serverClock"),
  serverNow: () => new Date("2026-03-26T02:00:00.000Z"),
}));

const checkIn = {
  ...{ checkInId: "k", customerId: "c", customerName: "海岳机械", siteId: "p", siteName: "总部", verdict: "doubtful" },
  ...{ distanceM: 215, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T01:00:00.000Z", on: "2026-03-26" },
  ...{ visitId: null, recordUntil: "2026-03-27T01:00:00.000Z", repeatedOnDay: false, mendedById: null },
};
const review = {
  state: "open",
  revision: 1,
  doubts: ["edge"],
  decideUntil: "2026-04-02T01:00:00.000Z",
  deciderNames: ["陈浩"],
};

function shown(answer: string | null, part: object = {}) {
  const item = { ...checkIn, review: { ...review, answer, hasPhoto: false, decision: null }, ...part };
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [item] });
  render(
    <QueryClientProvider client={queryClient}>
      <TodayCheckIns />
    </QueryClientProvider>,
  );
  return document.querySelector("#check-in-k")?.textContent;
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
});
afterEach(() => queryClient.clear());

it("says beside the missing record that the leader is to decide on a check-in in doubt", () => {
  expect(shown(null)).toMatch(/存疑，先计入，等陈浩 4月2日\s09:00 前决定.*存疑 · 待补记录/);
});

it("says that the explanation was sent and the leader is to decide", () => {
  expect(shown("在后门卸样品")).toMatch(/已说明，先计入，等陈浩 4月2日\s09:00 前决定.*存疑 · 待补记录/);
});

it("says of one that counts for nothing so far that it does not", () => {
  expect(shown(null, { verdict: "unverified" })).toContain("存疑，先不计入，等陈浩");
});

it("says nothing of a leader where none is asked", () => {
  shown(null, { verdict: "inside", review: null });
  expect(screen.queryByText(/前决定/)).toBeNull();
});
