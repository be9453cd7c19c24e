import { act, renderHook, waitFor } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { readMe } from "@/api/me";
import { useEnter } from "@/features/session/useEnter";
import { logIn } from "@/features/session/login";
import { useSession } from "@/features/session/sessionStore";
import { open, restartAt } from "@/platform/navigation";
import { usePageParams } from "@/platform/page";
import { LoginError } from "@/platform/types";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/me");
jest.mock("@/features/session/login");
jest.mock("@/platform/navigation");
jest.mock("@/platform/page");

const login = jest.mocked(logIn);
const me = jest.mocked(readMe);
const params = jest.mocked(usePageParams);

const xiaowang = {
  member: { memberId: "xiaowang", name: "小王", roles: ["rep" as const], language: "zh-CN" as const, revision: 1 },
} as Awaited<ReturnType<typeof readMe>>;

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  useSession.setState({ phase: "unknown", memberId: null, remembered: null });
  params.mockReturnValue({});
  login.mockResolvedValue(true);
  me.mockResolvedValue(xiaowang);
});

it("comes in without a question and opens 今日", async () => {
  renderHook(() => useEnter());
  await waitFor(() => expect(open).toHaveBeenCalledWith("/pages/tabs/home/index"));
  expect(useSession.getState()).toMatchObject({ phase: "in", memberId: "xiaowang" });
});

it("goes back to the page that was open when the session ended", async () => {
  params.mockReturnValue({ returnTo: "/pages/sales/detail/index?id=s1" });
  renderHook(() => useEnter());
  await waitFor(() => expect(restartAt).toHaveBeenCalledWith("/pages/sales/detail/index?id=s1"));
});

it("opens no page of somebody else's", async () => {
  params.mockReturnValue({ returnTo: "https://elsewhere.example/" });
  renderHook(() => useEnter());
  await waitFor(() => expect(open).toHaveBeenCalledWith("/pages/tabs/home/index"));
});

it("tells a person who is not on the list who can add him", async () => {
  login.mockRejectedValue(
    new ApiError("login.notMember", "unknown", "7F3A-2291", [], { administratorNames: ["周敏"] }),
  );
  const { result } = renderHook(() => useEnter());
  await waitFor(() =>
    expect(result.current.entrance).toEqual({ kind: "notMember", helpers: ["周敏"], requestId: "7F3A-2291" }),
  );
  expect(useSession.getState().phase).toBe("out");
});

it("tells him the same when the browser brought the reason along", () => {
  params.mockReturnValue({ reason: "login.notMember", helpers: "周敏,林静" });
  const { result } = renderHook(() => useEnter());
  expect(result.current.entrance).toMatchObject({ kind: "notMember", helpers: ["周敏", "林静"] });
  expect(login).not.toHaveBeenCalled();
});

it("asks to open it in WeCom where there is no WeCom", async () => {
  login.mockRejectedValue(new LoginError("notInWeCom", "wx.qy is missing"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toEqual({ kind: "notInWeCom" }));
});

it("does not come in by itself after somebody has signed out", () => {
  params.mockReturnValue({ reason: "signedOut" });
  const { result } = renderHook(() => useEnter());
  expect(result.current.entrance).toEqual({ kind: "signedOut" });
  expect(login).not.toHaveBeenCalled();
});

it("tries again when asked to", async () => {
  login.mockRejectedValueOnce(new ApiError("wecom.unavailable", "no answer"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toMatchObject({ kind: "failed", code: "wecom.unavailable" }));
  act(() => result.current.again());
  await waitFor(() => expect(open).toHaveBeenCalled());
});
