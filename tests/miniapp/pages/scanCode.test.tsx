import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { type CustomerView } from "@shared/contracts";
import { siteCodeHashOf, siteCodeMark, siteCodeText } from "@shared/domain/siteCode";
import { ApiError } from "@/api/apiError";
import { readMyCheckIns } from "@/api/checkIns";
import { tellConnection } from "@/api/connection";
import { readMyCustomers } from "@/api/customers";
import { sendKept } from "@/api/sync";
import { takeTapped } from "@/features/checkIns/tappedElsewhere";
import { dropFix } from "@/features/location/useFix";
import { back, replace } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useSession } from "@/features/session/sessionStore";
import ScanCode from "@/pages/customers/scan";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { canScan, scanCode } from "@/platform/scan";
import { LocationError, ScanError } from "@/platform/types";
import { routes } from "@/routes";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/customers");
jest.mock("@/api/checkIns");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/platform/scan");
jest.mock("@/platform/location");
jest.mock("@/platform/reveal");
jest.mock("@/platform/photoFiles", () => ({ photoFileNames: () => Promise.resolve([]) }));
jest.mock("@/features/session/useConsent", () => ({ useConsent: () => ({ accepted: true }) }));
jest.mock("@/features/query/usePageVisible", () => ({ usePageVisible: () => true }));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  back: jest.fn(),
  replace: jest.fn(),
  open: jest.fn(),
  usePageParams: () => ({ id: "c1", site: "s1" }),
}));

/* In a basement, without a position and without a network. */

const codeOf = (letter: string) => siteCodeText(letter.repeat(43));
const [here, there, unheard] = [codeOf("A"), codeOf("B"), codeOf("C")];
const client = (customerId: string, shortName: string, code: string): CustomerView => ({
  ...{ customerId, name: `${shortName}有限公司`, shortName, initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A", stage: "服务中", lastVisitOn: null, nextStep: null },
  sites: [
    {
      ...{ siteId: "s1", name: "总部", address: "", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 },
      codeMarks: [siteCodeMark(siteCodeHashOf(code) ?? "")],
    },
  ],
});

beforeEach(async () => {
  jest.resetAllMocks();
  commandQueue.dropAll();
  clearStorage();
  queryClient.clear();
  dropFix();
  takeTapped();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  tellConnection(true, new Date());
  const nothing = () => Promise.reject(new ApiError("network", "no connection"));
  jest.mocked(sendKept).mockImplementation(nothing);
  jest.mocked(readMyCheckIns).mockImplementation(nothing);
  jest.mocked(locate).mockRejectedValue(new LocationError("noAnswer", "nothing"));
  jest.mocked(readMyCustomers).mockResolvedValue([client("c1", "海岳机械", here), client("c2", "粤联电气", there)]);
  jest.mocked(canScan).mockReturnValue(true);
});
afterEach(() => queryClient.clear());

async function show(): Promise<void> {
  render(
    <QueryClientProvider client={queryClient}>
      <ScanCode />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#scan-place")).toBeTruthy());
}
const text = () => document.querySelector("#page-scan")?.textContent ?? "";
const scan = async () => {
  await show();
  await act(async () => void fireEvent.click(document.querySelector("#scan") as Element));
};
const waiting = () => commandQueue.list().map(({ body }) => body);

it("checks in with the code of the place, which counts with doubt as far as this phone can say", async () => {
  jest.mocked(scanCode).mockResolvedValue(here);
  await scan();
  await waitFor(() => expect(back).toHaveBeenCalledWith(routes.checkIn()));
  expect(waiting()).toMatchObject([{ customerId: "c1", siteId: "s1", fix: null, qrCode: here }]);
  expect(takeTapped()).toMatchObject({ kept: "phone", checkIn: { verdict: "doubtful", qrFinding: "here" } });
});

it("opens the camera once, however often the button is tapped", async () => {
  jest.mocked(scanCode).mockResolvedValue(here);
  await show();
  const button = document.querySelector("#scan") as Element;
  await act(async () => {
    button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  await waitFor(() => expect(back).toHaveBeenCalled());
  expect([jest.mocked(scanCode).mock.calls.length, waiting().length]).toEqual([1, 1]);
});

it("asks, as 打卡 does, why one goes where a colleague would rather that one did not", async () => {
  const asked = {
    ...{ questionId: "ask-1", askedName: "小李", state: "declined" as const, word: null, reason: null },
    answerUntil: "2099-03-27T01:00:00.000Z",
  };
  jest.mocked(readMyCustomers).mockResolvedValue([{ ...client("c1", "海岳机械", here), asked }]);
  jest.mocked(scanCode).mockResolvedValueOnce(null).mockResolvedValue(here);
  await scan();
  expect([text().includes("写一句原因再打卡"), jest.mocked(scanCode).mock.calls]).toEqual([true, []]);
  const again = () => act(async () => void fireEvent.click(document.querySelector("#scan") as Element));
  await act(async () => void fireEvent.change(screen.getByRole("textbox"), { target: { value: "客户约的" } }));
  await again();
  expect(waiting()).toEqual([]);
  await again();
  await waitFor(() => expect(back).toHaveBeenCalled());
  expect(
    commandQueue
      .list()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(["checkIns.create", "visitQuestions.overrule"]);
});

it("leaves a code that this phone has not heard of to the server, and promises nothing", async () => {
  jest.mocked(scanCode).mockResolvedValue(unheard);
  await scan();
  await waitFor(() => expect(back).toHaveBeenCalled());
  expect(waiting()).toMatchObject([{ qrCode: unheard }]);
  expect(takeTapped()).toMatchObject({ checkIn: { verdict: "unverified", qrFinding: null } });
});

it("makes no check-in by another client's code, and leads to that client", async () => {
  jest.mocked(scanCode).mockResolvedValue(there);
  await scan();
  await waitFor(() => expect(text()).toContain("这是 粤联电气 的码，不是这里的，没有打卡"));
  await act(async () => void fireEvent.click(document.querySelector("#scan-there") as Element));
  expect(replace).toHaveBeenCalledWith(routes.scanCode({ id: "c2", site: "s1" }));
  expect([waiting(), takeTapped()]).toEqual([[], null]);
});

it("sends nothing of a code that is no client's", async () => {
  jest.mocked(scanCode).mockResolvedValue("wxp://f2f0abcdef");
  await scan();
  await waitFor(() => expect(text()).toContain("这不是客户码，没有打卡"));
  expect(waiting()).toEqual([]);
});

it.each([
  ["refused", "允许企业微信使用相机"],
  ["unreadable", "没有看清码"],
  ["unavailable", "这会儿扫不了"],
] as const)("says what to do where scanning is %s", async (reason, words) => {
  jest.mocked(scanCode).mockRejectedValue(new ScanError(reason, "no"));
  await scan();
  await waitFor(() => expect(text()).toContain(words));
  expect(waiting()).toEqual([]);
});

it("says nothing where the person has changed their mind", async () => {
  jest.mocked(scanCode).mockResolvedValue(null);
  await scan();
  expect(document.querySelector("#scan-other")).toBeNull();
  expect([waiting(), jest.mocked(back).mock.calls]).toEqual([[], []]);
});

it("says how far the place is by a position that is taken when the page shows", async () => {
  const fix = { latDeg: 23.15, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
  jest.mocked(locate).mockResolvedValue({ fix, takenAt: thisMoment() });
  await show();
  await waitFor(() => expect(text()).toMatch(/按定位，离这里\s2\.2\s公里/));
  expect(text()).toContain("扫码改不了判定");
});

it("says plainly that a browser without it cannot scan", async () => {
  jest.mocked(canScan).mockReturnValue(false);
  await show();
  expect(text()).toContain("请在手机企业微信里打开小程序来扫");
  expect(document.querySelector("#scan")).toBeNull();
});
