import { act, renderHook } from "@testing-library/react";
import { sendReport } from "@/api/reports";
import { ApiError } from "@/api/apiError";
import { forgetFailures, noteFailure, seenFailures } from "@/features/reports/seenFailures";
import { useReport } from "@/features/reports/useReport";
import { useSession } from "@/features/session/sessionStore";
import { presentPath } from "@/platform/navigation";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/reports");
jest.mock("@/platform/navigation");

const sent = jest.mocked(sendReport);
const failure = { sentence: "服务器出了点问题。", reference: "r-1" };

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  forgetFailures();
  useSession.setState({ memberId: "xiaowang" });
  sent.mockResolvedValue({ reportId: "xiaowang:1", heardByNames: [] });
  jest.mocked(presentPath).mockReturnValue("/pages/sales/detail/index?id=s-1");
});

const opened = (seenId?: string) => renderHook(() => useReport(seenId)).result;
const submit = (report: ReturnType<typeof opened>) => act(() => report.current.command.run(report.current.draft.form));

it("offers the error that was seen last, with its number, and its page without what it was opened for", async () => {
  noteFailure(failure);
  await submit(opened());
  expect(sent.mock.calls[0]?.[0]).toMatchObject({
    saw: failure.sentence,
    reference: "r-1",
    screen: "/pages/sales/detail/index",
  });
});

it("names also what nobody has to look into, without taking it for what is meant", () => {
  noteFailure({ sentence: "没有网络。", reference: null, needsNobody: true });
  const report = opened();
  expect(report.current.choices.map(({ sentence }) => sentence)).toEqual(["没有网络。"]);
  expect(report.current.chosen).toBeNull();
});

it("is about none of the errors where the person says so", async () => {
  noteFailure(failure);
  const report = opened();
  act(() => report.current.choose(null));
  act(() => report.current.draft.change({ text: "字太小" }));
  await submit(report);
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ text: "字太小", saw: null, reference: null, screen: null });
});

it("is about the error that it was opened from, not about a later one", () => {
  const { seenId } = noteFailure(failure);
  noteFailure({ sentence: "另一个", reference: null });
  expect(opened(seenId).current.chosen?.sentence).toBe(failure.sentence);
});

describe("a report that could not be sent", () => {
  const unsent = async () => {
    noteFailure(failure);
    const report = opened();
    act(() => report.current.draft.change({ text: "转圈" }));
    sent.mockRejectedValueOnce(new ApiError("network", "no network"));
    await submit(report);
    expect(report.current.command.failure?.offline).toBe(true);
    return report;
  };

  it("stays as it was written", async () => {
    const report = await unsent();
    expect(report.current.draft.form.text).toBe("转圈");
  });

  it("is the same report when it is sent again", async () => {
    await submit(await unsent());
    const [first, again] = sent.mock.calls.map(([body]) => body.commandId);
    expect(again).toBe(first);
  });
});

it("remembers three errors, the same one once", () => {
  for (const sentence of ["一", "二", "三", "四", "四"]) noteFailure({ sentence, reference: null });
  expect(seenFailures().map(({ sentence }) => sentence)).toEqual(["四", "三", "二"]);
});
