import { act, renderHook, waitFor } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { readHelpers } from "@/api/auth";
import { readMe } from "@/api/me";
import { useEnter } from "@/features/session/useEnter";
import { logIn } from "@/features/session/login";
import { useSession } from "@/features/session/sessionStore";
import { open, restartAt } from "@/platform/navigation";
import { usePageParams } from "@/platform/page";
import { LoginError } from "@/platform/types";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/auth");
jest.mock("@/api/me");
jest.mock("@/features/session/login");
jest.mock("@/platform/navigation");
jest.mock("@/platform/page");

const login = jest.mocked(logIn);
const me = jest.mocked(readMe);
const helpers = jest.mocked(readHelpers);
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

it("opens 今日 without a question", async () => {
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

it("tells him the same when the browser brought the reason along", async () => {
  params.mockReturnValue({ reason: "login.notMember" });
  helpers.mockResolvedValue({ administratorNames: ["周敏", "林静"] });
  const { result } = renderHook(() => useEnter());
  expect(result.current.entrance).toEqual({ kind: "notMember", helpers: [], requestId: null });
  await waitFor(() => expect(result.current.entrance).toMatchObject({ helpers: ["周敏", "林静"] }));
  expect(login).not.toHaveBeenCalled();
});

it("tells whose userid may be somebody else's by now who can say that it is them", async () => {
  login.mockRejectedValue(
    new ApiError("login.unsure", "another name", "7F3A-2291", [], { administratorNames: ["周敏"] }),
  );
  const { result } = renderHook(() => useEnter());
  await waitFor(() =>
    expect(result.current.entrance).toEqual({ kind: "unsure", helpers: ["周敏"], requestId: "7F3A-2291" }),
  );
});

it("tells the same where the browser brought it along", async () => {
  params.mockReturnValue({ reason: "login.unsure" });
  helpers.mockResolvedValue({ administratorNames: ["周敏"] });
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toEqual({ kind: "unsure", helpers: ["周敏"], requestId: null }));
});

it("names nobody where the server does not answer", async () => {
  params.mockReturnValue({ reason: "login.notMember" });
  helpers.mockRejectedValue(new ApiError("network", "gone"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(helpers).toHaveBeenCalled());
  expect(result.current.entrance).toEqual({ kind: "notMember", helpers: [], requestId: null });
});

it.each<Record<string, string>>([
  { reason: "login.notMember", helpers: "骗子 13800000000" },
  { reason: "login.notMember", administratorNames: "骗子", requestId: "打给骗子", company: "骗子公司" },
  { reason: "login.codeInvalid", helpers: "骗子", code: "骗子", text: "骗子" },
  { reason: "signedOut", title: "骗子", text: "骗子" },
])("shows nothing that the address says but a reason that we know: %j", async (address) => {
  params.mockReturnValue(address);
  helpers.mockResolvedValue({ administratorNames: [] });
  const { result } = renderHook(() => useEnter());
  await act(async () => {});
  expect(JSON.stringify(result.current.entrance)).not.toContain("骗子");
});

it.each(["server.failed", "sale.unknown", "toString", "<b>", "ended"])(
  "takes %s for no reason at all",
  async (reason) => {
    params.mockReturnValue({ reason });
    const { result } = renderHook(() => useEnter());
    expect(result.current.entrance).toEqual({ kind: "working" });
    await waitFor(() => expect(open).toHaveBeenCalled());
  },
);

it("asks to open it in WeCom where there is no WeCom", async () => {
  login.mockRejectedValue(new LoginError("notInWeCom", "wx.qy is missing"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toEqual({ kind: "notInWeCom" }));
});

it("does not come in by itself after somebody has signed out", () => {
  params.mockReturnValue({ reason: "signedOut" });
  const { result } = renderHook(() => useEnter());
  expect(result.current.entrance).toEqual({ kind: "signedOut", kept: { mine: null, others: [] } });
  expect(login).not.toHaveBeenCalled();
});

it("tries again when asked to", async () => {
  login.mockRejectedValueOnce(new ApiError("wecom.unavailable", "no answer"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toMatchObject({ kind: "failed", code: "wecom.unavailable" }));
  act(() => result.current.again());
  await waitFor(() => expect(open).toHaveBeenCalled());
});

it("goes to WeCom again when asked to, however soon after it came back", async () => {
  const unknown = new ApiError("session.missing", "nobody is signed in");
  me.mockRejectedValue(unknown);
  // Left once, and back without anybody being known.
  login.mockResolvedValueOnce(true).mockResolvedValueOnce(true);
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toMatchObject({ kind: "failed" }));
  login.mockClear().mockResolvedValueOnce(true).mockResolvedValueOnce(false);
  act(() => result.current.again());
  await waitFor(() => expect(login).toHaveBeenCalledTimes(2));
  expect(result.current.entrance).toEqual({ kind: "working" });
});

it("tells whom WeCom does not let in that the administrators have to add him", async () => {
  login.mockRejectedValue(new LoginError("notAllowed", "qy.login:fail user not in allow list"));
  const { result } = renderHook(() => useEnter());
  await waitFor(() => expect(result.current.entrance).toEqual({ kind: "notMember", helpers: [], requestId: null }));
});
