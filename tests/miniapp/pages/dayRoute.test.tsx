import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import RoutePage from "@/pages/field/route";
import { readStored, store } from "@/platform/storage";
import { clearStorage } from "../../support/fakeTaro";

const opened: string[] = [];
jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/time", () => ({
  ...jest.requireActual<object>("@/features/time"),
  useBusinessDay: () => "2026-03-26",
}));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  open: (path: string) => opened.push(path),
}));

const client = (name: string, lngDeg: number, more: { dueOn?: string; lastVisitOn?: string | null } = {}) => ({
  ...{ customerId: name, name, shortName: name, initials: "", numbers: [], phoneTails: [], grade: "A" },
  ...{ stage: "签单", lastVisitOn: more.lastVisitOn === undefined ? "2026-03-10" : more.lastVisitOn },
  nextStep: more.dueOn ? { on: more.dueOn, text: "带报价单去" } : null,
  sites: [{ ...{ siteId: "s", name: "总部", address: "天河区", radiusM: 200 }, ...{ latDeg: 23.13, lngDeg } }],
});
const clients = [
  client("约好的", 113.26, { dueOn: "2026-03-25" }),
  client("最远的", 113.3),
  client("中间的", 113.28),
  client("今天见过", 113.27, { lastVisitOn: "2026-03-26" }),
];
const checkIn = {
  ...{ checkInId: "k", customerId: "中间的", customerName: "中间的", siteId: "s", siteName: "总部", verdict: "inside" },
  ...{ distanceM: 30, accuracyM: 18, radiusM: 200, checkedInAt: "2026-03-26T02:02:00.000Z", on: "2026-03-26" },
  ...{ visitId: null, recordUntil: "2026-03-27T02:02:00.000Z", repeatedOnDay: false, mendedById: null, review: null },
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  opened.length = 0;
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.spyOn(console, "error").mockImplementation(() => {});
  queryClient.setQueryData(["customers", "mine"], clients);
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [] });
  queryClient.setQueryData(["checkIns", "2026-03-27"], { items: [] });
});
afterEach(() => jest.restoreAllMocks());

const page = () =>
  render(
    <QueryClientProvider client={queryClient}>
      <RoutePage />
    </QueryClientProvider>,
  );
const stops = () => [...document.querySelectorAll("[id^=stop-]")].map(({ id }) => /stop-(.*)\/s/.exec(id)?.[1]);
const tap = (id: string) => fireEvent.click(document.getElementById(id) as HTMLElement);

it("proposes whom one has promised to see and who was not seen for long, by the way from one to the next", () => {
  page();
  expect(stops()).toEqual(["约好的", "中间的", "最远的"]);
  expect(screen.getByText("说好的：带报价单去")).toBeTruthy();
  expect(screen.getAllByText("16 天没去")).toHaveLength(2);
});

it("keeps the order that one has chosen, also when the program starts anew", () => {
  const { unmount } = page();
  tap("route-arrange");
  tap("up-最远的/s");
  expect(stops()).toEqual(["约好的", "最远的", "中间的"]);
  unmount();
  page();
  expect(stops()).toEqual(["约好的", "最远的", "中间的"]);
});

it("shows a client that was taken out and is due as one beside the way, and takes it in again", () => {
  page();
  tap("route-arrange");
  tap("remove-约好的/s");
  expect(stops()).toEqual(["中间的", "最远的"]);
  tap("beside-约好的/s");
  expect(stops()).toEqual(["中间的", "最远的", "约好的"]);
});

it("adds any client of one's own", () => {
  page();
  tap("route-add");
  tap("add-今天见过/s");
  expect(stops()).toEqual(["约好的", "中间的", "最远的", "今天见过"]);
});

it("leads to the check-in of the first that is not done, and from a done one to its record", async () => {
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [checkIn] });
  page();
  tap("route-first");
  tap("stop-中间的/s");
  await waitFor(() => expect(opened).toHaveLength(2));
  expect(opened[0]).toContain("tabs/do");
  expect(opened[1]).toContain("field/visit/index?checkInId=k");
  expect(screen.getByText("打过卡 10:02")).toBeTruthy();
});

it("puts what is left in order again, and leaves what is done in front", async () => {
  store("draft:xiaowang:plan:2026-03-26", ["约好的/s", "最远的/s", "中间的/s"]);
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [checkIn] });
  page();
  tap("route-sort");
  await waitFor(() => expect(stops()).toEqual(["中间的", "约好的", "最远的"]));
});

it("plans tomorrow by itself, where a stop leads to its client and not to a check-in", () => {
  page();
  tap("route-day-tomorrow");
  tap("stop-约好的/s");
  expect(opened).toEqual([expect.stringContaining("customers/detail") as string]);
  expect(document.getElementById("route-first")).toBeNull();
});

it("forgets what was planned for days that are over", () => {
  store("draft:xiaowang:plan:2026-03-25", ["约好的/s"]);
  page();
  expect(readStored("draft:xiaowang:plan:2026-03-25")).toBeNull();
});

it("says that there is nobody to go to, with one way to add one", () => {
  queryClient.setQueryData(["customers", "mine"], []);
  page();
  expect(screen.getAllByText("加一家客户")).toHaveLength(1);
  expect(document.getElementById("route-empty-add")).toBeTruthy();
});

it("offers no new proposal where it would be the way as it stands", () => {
  page();
  expect(document.getElementById("route-anew")).toBeNull();
});

it("proposes again what was taken out, and keeps in front where one has been", () => {
  store("draft:xiaowang:plan:2026-03-26", ["今天见过/s", "最远的/s"]);
  queryClient.setQueryData(["checkIns", "2026-03-26"], { items: [{ ...checkIn, customerId: "今天见过" }] });
  page();
  tap("route-anew");
  expect(stops()).toEqual(["今天见过", "约好的", "中间的", "最远的"]);
  expect(document.getElementById("route-anew")).toBeNull();
});

it("says of a client that was seen yesterday that it was, and proposes it no more", () => {
  queryClient.setQueryData(["customers", "mine"], [client("昨天的", 113.26, { lastVisitOn: "2026-03-25" })]);
  page();
  expect(stops()).toEqual([]);
  tap("route-empty-add");
  tap("add-昨天的/s");
  expect(screen.getByText("昨天去过")).toBeTruthy();
});
