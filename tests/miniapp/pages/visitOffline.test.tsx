import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { sendKept } from "@/api/sync";
import { placesOf } from "@/features/customers/places";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue } from "@/features/queue/commandQueue";
import { useCheckIn } from "@/features/checkIns/useCheckIn";
import { useSession } from "@/features/session/sessionStore";
import { VisitForm } from "@/pages/field/visit/VisitForm";
import { locate } from "@/platform/location";
import { startRecording } from "@/platform/recorder";
import { readStored } from "@/platform/storage";
import { thisMoment } from "@/platform/monotonic";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/platform/location");
jest.mock("@/platform/recorder");
jest.mock("@/platform/reveal");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));

const [place] = placesOf(
  [
    {
      ...{ customerId: "c-haiyue", name: "海岳机械有限公司", initials: "", numbers: [], phoneTails: [] },
      ...{ shortName: "海岳机械", grade: "A", stage: "服务中", lastVisitOn: null, nextStep: null },
      sites: [{ siteId: "s1", name: "总部", address: "", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 }],
    },
  ],
  null,
);

beforeEach(() => {
  void commandQueue.dropAll();
  clearStorage();
  queryClient.clear();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  const fix = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
  jest.mocked(locate).mockImplementation(() => Promise.resolve({ fix, takenAt: thisMoment() }));
  jest.mocked(sendKept).mockRejectedValue(new ApiError("network", "no connection"));
  jest.spyOn(console, "error").mockImplementation(() => {});
});

type Tapped = Awaited<ReturnType<ReturnType<typeof useCheckIn>["tap"]>>;
let tap: () => Promise<Tapped>;
function Phone({ told }: { told: Tapped }) {
  const checkIn = useCheckIn();
  tap = () => (place ? checkIn.tap(place) : Promise.resolve(null));
  return told ? <VisitForm checkInId={told.checkIn.checkInId} on={told.checkIn.on} /> : null;
}
const shown = (told: Tapped) => (
  <QueryClientProvider client={queryClient}>
    <Phone told={told} />
  </QueryClientProvider>
);

it("a record that is written in a basement says at once that it is kept, and goes by itself", async () => {
  const page = render(shown(null));
  let told: Tapped = null;
  await act(async () => {
    told = await tap();
  });
  page.rerender(shown(told));
  fireEvent.input(document.querySelector("#visit-record textarea, textarea#visit-record, textarea") as Element, {
    target: { value: "关注夜间导出" },
    detail: { value: "关注夜间导出" },
  });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "提交记录" })));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(screen.queryByText("正在提交…")).toBeNull();
  expect(document.querySelector("#visit-kept-words")?.textContent).toContain("连上网自动上传");
  expect(document.querySelector("#visit-facts")?.textContent).toMatch(/写好，待上传$/);
  // Killed now, before the last key is saved by itself, it is opened as it was sent, to be sent again as the same.
  const record = commandQueue.list().find(({ kind }) => kind === "visits.record");
  expect(readStored(record?.draft ?? "")).toMatchObject({ commandId: record?.commandId, record: "关注夜间导出" });
});

it("nothing is submitted while a voice note is being spoken", async () => {
  jest.mocked(startRecording).mockResolvedValue({ stop: () => new Promise(() => {}), cancel: () => {} });
  const page = render(shown(null));
  let told: Tapped = null;
  await act(async () => {
    told = await tap();
  });
  page.rerender(shown(told));
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "录一段语音" })));
  expect(screen.queryByRole("button", { name: "提交记录" })).toBeNull();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "先停止录音" })));
  expect(commandQueue.list().filter(({ kind }) => kind === "visits.record")).toEqual([]);
});
