import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, waitFor } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { tellConnection } from "@/api/connection";
import { readSiteCode, readSiteSheet, renewSiteCode } from "@/api/siteCodes";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import SiteCode from "@/pages/customers/code";
import { openDocument } from "@/platform/document";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/siteCodes");
jest.mock("@/platform/document");
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  usePageParams: () => ({ id: "c1", site: "s1" }),
}));

const place = { customerId: "c1", siteId: "s1" };
const none = { customerName: "海岳机械", siteName: "总部", code: null, mayRenew: true, revision: 4 };
const made = {
  ...none,
  code: { madeAt: "2026-03-26T01:00:00.000Z", byName: "陈浩", sheetUntil: "2026-04-02T01:00:00.000Z" },
};

beforeEach(() => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.getState().enter({ memberId: "chenhao", language: "zh-CN", roles: ["manager"] });
  jest.mocked(renewSiteCode).mockResolvedValue({ customerId: "c1", revision: 5 });
  jest.mocked(readSiteSheet).mockResolvedValue({ url: "/api/v1/files/f/content?until=1" });
  jest.mocked(openDocument).mockResolvedValue();
});
afterEach(() => queryClient.clear());

async function show(page: Awaited<ReturnType<typeof readSiteCode>>): Promise<void> {
  jest.mocked(readSiteCode).mockResolvedValue(page);
  render(
    <QueryClientProvider client={queryClient}>
      <SiteCode />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#code-state")).toBeTruthy());
}
const tap = (id: string) => act(async () => void fireEvent.click(document.querySelector(`#${id}`) as Element));
const text = () => document.body.textContent ?? "";

it("makes the first code of a place by one tap", async () => {
  await show(none);
  expect(text()).toContain("这里还没有客户码");
  await tap("code-renew");
  expect(renewSiteCode).toHaveBeenCalledWith(place, { commandId: expect.any(String) as string, revision: 4 });
});

it("asks before it replaces one that hangs there", async () => {
  await show(made);
  await tap("code-renew");
  expect(renewSiteCode).not.toHaveBeenCalled();
  expect(text()).toContain("已经贴着的码马上作废");
  await tap("code-renew-now");
  expect(renewSiteCode).toHaveBeenCalledTimes(1);
});

it("shows the code that somebody else has made meanwhile, before another is made", async () => {
  await show(none);
  jest.mocked(renewSiteCode).mockRejectedValue(new ApiError("stale", "changed"));
  jest.mocked(readSiteCode).mockResolvedValue({ ...made, revision: 5 });
  await tap("code-renew");
  await waitFor(() => expect(text()).toContain("陈浩"));
  expect(document.querySelector("#code-error")).toBeTruthy();
});

it("hands the sheet over while it is kept", async () => {
  await show(made);
  expect(text()).toContain("能打开到");
  await tap("code-download");
  await waitFor(() =>
    expect(openDocument).toHaveBeenCalledWith(
      "https://xiaoli.test/api/v1/files/f/content?until=1",
      "海岳机械 总部.pdf",
    ),
  );
});

it("says why the sheet cannot be had, and leaves the way to try again", async () => {
  jest.mocked(readSiteSheet).mockRejectedValue(new ApiError("network", "no connection"));
  await show(made);
  await tap("code-download");
  await waitFor(() => expect(document.querySelector("#code-sheet-error")).toBeTruthy());
  expect(openDocument).not.toHaveBeenCalled();
});

it("says of a sheet that is kept no more that its code counts on", async () => {
  await show({ ...made, code: { ...made.code, sheetUntil: null } });
  expect(text()).toContain("贴着的码照样有效");
  expect(document.querySelector("#code-download")).toBeNull();
});

it("tells whoever checks in there who makes codes", async () => {
  await show({ ...made, mayRenew: false });
  expect(text()).toContain("谁就不能自己做");
  expect([document.querySelector("#code-renew"), document.querySelector("#code-print")]).toEqual([null, null]);
});
