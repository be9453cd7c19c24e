import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { businessDayOf } from "@shared/domain/time";
import { answerShapes } from "@/api/answerShapes";
import { hasShape } from "@/api/shape";
import { chooseMonth } from "@/features/earnings/chosenMonth";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { Income } from "@/pages/tabs/money/Income";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({}),
  usePullDown: () => {},
}));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  usePresentMonth: () => "2026-03",
  serverNow: () => now,
  useBusinessDay: () => businessDayOf(now),
}));

let now = new Date(0);
const noneWaits = {
  count: 0,
  amountFen: 0,
  newestSignedOn: null as string | null,
  earliestSignedOn: null as string | null,
};
const unit = { unitId: "u", name: "华南直销一队" };

/** 收入 of a month without a line, as somebody with this role sees it. */
function money(
  period: string,
  { role = "rep", hasPlan = false, state = "open", at = "2026-03-26T12:00:00+08:00", pending = noneWaits } = {},
): string {
  const statement = {
    ...{ period, state, revision: 1, asOf: "2026-03-26T01:00:00.000Z", hasPlan, lines: [] },
    totals: { estimatedFen: 0, earnedFen: 0, payableFen: 0, paidFen: 0 },
    pending,
  };
  expect(hasShape(statement, answerShapes["statements.mine"])).toBe(true);
  now = new Date(at);
  queryClient.setQueryData(["statement", period], statement);
  queryClient.setQueryData(meKey, {
    member: { memberId: "m", name: "小王", roles: [role], language: "zh-CN" },
    team: { ...unit, leaderNames: [] },
    ...{ leads: [], hrNames: ["周敏"], administratorNames: [] },
    closing: {
      byNames: ["林静"],
      months: [{ period: "2026-02", state: "open", cutOffAt: "2026-03-02T10:00:00.000Z" }],
    },
  });
  useSession.setState({
    remembered: { memberId: "m", language: "zh-CN", roles: [role], knownAtMs: 0 },
  });
  chooseMonth("money", period === "2026-03" ? null : period);
  render(
    <QueryClientProvider client={queryClient}>
      <Income />
    </QueryClientProvider>,
  );
  return document.querySelector("#lines")?.textContent ?? "";
}

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "m" });
  jest.spyOn(console, "error").mockImplementation(() => {});
});

it.each(["2026-03", "2026-02"])("promises in %s that a plan still comes", (period) => {
  expect(money(period)).toContain("方案由 周敏 制定，定好后这里会列出每一笔");
});

it.each([
  ["2026-01", "open", "你在1月没有方案，所以没有收入记录"],
  ["2026-02", "closed", "你在2月没有方案，所以没有收入记录"],
  ["2025-06", "open", "你在2025年6月没有方案，所以没有收入记录"],
])("says of %s, which is %s, what was", (period, state, said) => {
  expect(money(period, { state })).toContain(said);
});

it.each([
  ["2025-06", "open"],
  ["2026-01", "open"],
])("says nothing of closing %s, of which there is nothing", (period, state) => {
  money(period, { state });
  expect(document.querySelector("#not-closed")).toBeNull();
});

const notClosed = () => document.querySelector("#not-closed")?.textContent?.replaceAll("\u00a0", " ");

it("says who closes a month, and until when what can still be done", () => {
  money("2026-02", { hasPlan: true, at: "2026-03-02T17:00:00+08:00" });
  expect(notClosed()).toBe(
    "2月还没有关账，3月2日 18:00 截止。截止前，这个月的拜访记录还可以更正；预估可能变多，也可能变少。关账由财务（林静）负责，系统里还不能关账：关账以前预估都不定。已得的只有一种情况会减少：存疑的打卡没有被认可。",
  );
});

it("says of a month past its cut-off whose it is to close, and that it cannot be closed yet", () => {
  money("2026-02", { hasPlan: true, at: "2026-03-02T18:00:00+08:00" });
  expect(notClosed()).toMatch(
    /^2月还没有关账，3月2日 18:00 已截止。关账由财务（林静）负责，系统里还不能关账：关账以前预估都不定。已得的只会因存疑打卡没有被认可而减少，哪天决定都记在2月。发放日按你的方案；但系统能关账以前，这里显示不了发了多少，请问财务（林静）。$/,
  );
});

it.each([
  ["2026-03-26T12:00:00+08:00", null],
  ["2026-03-30T12:00:00+08:00", "3月31日前（含当天）确认才计入3月，再晚计入下个月"],
  ["2026-04-01T12:00:00+08:00", "3月签的单，现在确认计入4月"],
])("says of what waits, as 今日 does, in which month it counts: on %s", (at, note) => {
  money("2026-03", {
    hasPlan: true,
    at,
    pending: { count: 1, amountFen: 4_000_000, newestSignedOn: "2026-03-26", earliestSignedOn: "2026-03-26" },
  });
  const shown = document.querySelector("#money-pending-counts-in")?.textContent ?? null;
  expect(shown?.replaceAll("\u00a0", " ") ?? null).toBe(note);
});

it("says of several that wait what holds for those of an earlier month, and for those of this one", () => {
  const signed = { earliestSignedOn: "2026-03-26", newestSignedOn: "2026-04-20" };
  const pending = { count: 2, amountFen: 4_000_000, ...signed };
  money("2026-04", { hasPlan: true, at: "2026-04-30T12:00:00+08:00", pending });
  expect(document.querySelector("#money-pending-counts-in")?.textContent).toBe(
    "3月签的单，现在确认计入4月；4月30日前（含当天）确认才计入4月，再晚计入下个月",
  );
});

it("names the year of a month that is not of this one", () => {
  money("2025-06", { hasPlan: true });
  expect(document.querySelector("#not-closed")?.textContent).toMatch(/^2025年6月还没有关账/);
});

describe("to whoever sells nothing", () => {
  it("leads to where their work is", () => {
    expect(money("2026-03", { role: "hr" })).toContain("等你处理的事在「待办」");
    expect(screen.getByRole("button", { name: "去待办" })).toBeTruthy();
  });

  it("calls the first tab as a leader's own is called", () => {
    expect(money("2026-03", { role: "manager" })).toContain("等你处理的事在「今日」");
    expect(screen.getByRole("button", { name: "去今日" })).toBeTruthy();
  });

  it("shows no amounts of nothing, and no sales of their own", () => {
    money("2026-03", { role: "finance" });
    expect(document.body.textContent).not.toContain("0.00");
    expect(document.querySelector("#my-sales")).toBeNull();
  });

  it("offers no other month of nothing", () => {
    money("2026-03", { role: "hr" });
    expect(document.querySelector("#see-last-month")).toBeNull();
  });
});

it("offers a rep without income yet the month before", () => {
  money("2026-03", { hasPlan: true });
  expect(document.querySelector("#see-last-month")?.textContent).toContain("看 2月");
});
