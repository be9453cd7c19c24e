import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { answerShapes } from "@/api/answerShapes";
import { ApiError } from "@/api/apiError";
import { previewCalendar, readCalendar, setCalendar } from "@/api/calendar";
import { hasShape } from "@/api/shape";
import type { CalendarYear } from "@/features/calendar/useCalendar";
import { draftsOf } from "@/features/draft/useDraft";
import { queryClient } from "@/features/query/queryClient";
import { meKey } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import Calendar from "@/pages/admin/calendar";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/calendar");
jest.mock("@/ui/fields/DateField", () => jest.requireActual<object>("@/ui/fields/DateField/index.h5"));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({}),
  usePullDown: () => {},
}));

const year: CalendarYear = {
  ...{
    year: "2026",
    source: "announced",
    isAnnounced: true,
    editableFrom: "2026-03-01",
    changed: null,
    revision: 0,
    can: { set: true },
  },
  days: [
    { on: "2026-05-01", kind: "off" },
    { on: "2026-05-09", kind: "work" },
  ],
};
const effects = {
  days: ["2026-05-04"],
  workingDays: [{ month: "2026-05", before: 21, after: 20 }],
  cutOffs: [{ month: "2026-04", before: "2026-05-07T10:00:00Z", after: "2026-05-08T10:00:00Z" }],
};

function given(can: string[] = ["calendar.read"]): void {
  queryClient.setQueryData(meKey, {
    member: { memberId: "m", name: "周敏", roles: ["hr"], language: "zh-CN" },
    ...{ today: "2026-03-26", team: null, leads: [], can },
  });
}
beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "m" });
  jest.resetAllMocks();
  jest.mocked(readCalendar).mockResolvedValue(year);
  jest.mocked(previewCalendar).mockResolvedValue({ effects });
  given();
});

const text = () => document.body.textContent ?? "";
async function page(word: string): Promise<void> {
  render(
    <QueryClientProvider client={queryClient}>
      <Calendar />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(text()).toContain(word));
}
const tap = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
async function takeOff(day: RegExp): Promise<void> {
  await tap(/^2026年5月|^5月/);
  await tap(day);
  await tap("好了");
}

it("names days off that follow each other by the first and the last", async () => {
  const off = ["2026-05-01", "2026-05-04", "2026-05-05", "2026-05-06"].map((on) => ({ on, kind: "off" as const }));
  jest.mocked(readCalendar).mockResolvedValue({ ...year, days: off });
  await page("休 1日、4–6日");
});

it("shows each month's working days, what is off and what is worked", async () => {
  expect(hasShape(year, answerShapes["calendar.read"])).toBe(true);
  await page("休 1日");
  expect(text()).toContain("上班 9日");
  expect(text()).toContain("按国家公布的放假安排");
});

it("says of a year that nobody has announced that it is not known", async () => {
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "none", isAnnounced: false, days: [] });
  await page("这里还没有这一年的放假安排");
  expect(text()).toContain("通常 11 月公布");
});

it("says of a year of which a part is written that it is not complete", async () => {
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "part", isAnnounced: false, revision: 1 });
  await page("这一年只写了一部分");
});

it("saves that these are all days of a year, without any other change", async () => {
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "part", isAnnounced: false, revision: 1 });
  jest.mocked(setCalendar).mockResolvedValue({ revision: 2, effects });
  await page("这一年写全了吗");
  await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "这就是全年的安排" })));
  await tap("保存");
  await tap("就这样保存");
  expect(jest.mocked(setCalendar).mock.calls[0]?.[1]).toMatchObject({ revision: 1, days: year.days, isWhole: true });
});

it("asks of no announced year whether it is complete", async () => {
  await page("休 1日");
  expect(text()).not.toContain("这一年写全了吗");
});

it("takes several days off at once, without the weekends between them", async () => {
  jest.mocked(setCalendar).mockResolvedValue({ revision: 1, effects });
  await page("休 1日");
  await tap("几天一起改");
  const put = (id: string, value: string) =>
    act(async () => void fireEvent.change(document.getElementById(id) as Element, { target: { value } }));
  await put("span-from", "2026-10-01");
  await put("span-to", "2026-10-06");
  await tap("改这几天");
  await tap("保存");
  await tap("就这样保存");
  expect(jest.mocked(setCalendar).mock.calls[0]?.[1].days.map(({ on }) => on)).toEqual([
    ...["2026-05-01", "2026-05-09", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06"],
  ]);
});

it("keeps a day that was changed for whoever leaves and comes back", async () => {
  await page("休 1日");
  await takeOff(/5月4日/);
  cleanup();
  await page("休 1日、4日");
  expect(screen.getByText("从上次没写完的继续")).toBeTruthy();
});

it("keeps nothing once it is saved", async () => {
  jest.mocked(setCalendar).mockResolvedValue({ revision: 1, effects });
  await page("休 1日");
  await takeOff(/5月4日/);
  await tap("保存");
  const days = [...year.days, { on: "2026-05-04", kind: "off" as const }];
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "company", revision: 1, days });
  await tap("就这样保存");
  await waitFor(() => expect(screen.getByRole("button", { name: "没有改动" })).toBeTruthy());
  expect(draftsOf("m")).toEqual([]);
});

it("saves a day that was changed once its effect has been seen", async () => {
  jest.mocked(setCalendar).mockResolvedValue({ revision: 1, effects });
  await page("休 1日");
  await takeOff(/5月4日/);
  await tap("保存");
  expect(text()).toContain("工作日 21 → 20 天");
  expect(setCalendar).not.toHaveBeenCalled();
  await tap("就这样保存");
  expect(jest.mocked(setCalendar).mock.calls[0]?.[1]).toMatchObject({
    revision: 0,
    days: [{ on: "2026-05-01" }, { on: "2026-05-04", kind: "off" }, { on: "2026-05-09" }],
  });
});

it("shows what somebody else has written meanwhile", async () => {
  jest.mocked(setCalendar).mockRejectedValue(new ApiError("stale", "stale", "r", [], {}, 409));
  await page("休 1日");
  await takeOff(/5月4日/);
  await tap("保存");
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "company", revision: 1 });
  await tap("就这样保存");
  await waitFor(() => expect(text()).toContain("别人刚改过这一年"));
});

it("changes no day of a month that is cut off", async () => {
  jest.mocked(readCalendar).mockResolvedValue({ ...year, editableFrom: "2026-06-01" });
  await page("休 1日");
  await tap(/^2026年5月|^5月/);
  expect(screen.getByRole("button", { name: /5月4日/ }).getAttribute("aria-disabled")).toBe("true");
});

it("offers nothing to save to whom the server gives no right", async () => {
  jest.mocked(readCalendar).mockResolvedValue({ ...year, can: { set: false } });
  await page("休 1日");
  expect(screen.queryByRole("button", { name: "没有改动" })).toBeNull();
});

it("tells others whose page it is", async () => {
  given([]);
  await page("工作日历由人事和管理员管");
});

it("saves nothing over what somebody else has written meanwhile", async () => {
  await page("休 1日");
  await takeOff(/5月4日/);
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "company", revision: 1 });
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(text()).toContain("别人刚改过这一年"));
  await tap("保存");
  expect(previewCalendar).not.toHaveBeenCalled();
});

it("shows at once what somebody else has written where nothing was begun here", async () => {
  await page("休 1日");
  const days = [...year.days, { on: "2026-06-01", kind: "off" as const }];
  jest.mocked(readCalendar).mockResolvedValue({ ...year, source: "company", revision: 1, days });
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(document.getElementById("month-2026-06")?.textContent).toContain("休 1日"));
  expect(text()).not.toContain("别人刚改过这一年");
});

it("says of a Saturday that is made up for that it is worked", async () => {
  await page("休 1日");
  await tap(/^2026年5月|^5月/);
  expect(screen.getByRole("button", { name: /5月9日/ }).textContent).toContain("班");
  expect(screen.getByRole("button", { name: /5月16日/ }).textContent).toContain("休");
});

it("keeps what was begun of a year while another one is looked at", async () => {
  jest
    .mocked(readCalendar)
    .mockImplementation((asked) => Promise.resolve({ ...year, year: asked, days: asked === "2026" ? year.days : [] }));
  await page("休 1日");
  await takeOff(/5月4日/);
  await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "2027" })));
  await waitFor(() => expect(document.getElementById("month-2027-05")).toBeTruthy());
  expect(document.getElementById("month-2027-05")?.textContent).not.toContain("休");
  await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "2026" })));
  expect(document.getElementById("month-2026-05")?.textContent).toContain("休 1日、4日");
});
