import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { editSite } from "@/api/clients";
import { readCustomer } from "@/api/customers";
import { decidePins, proposePin } from "@/api/pins";
import { tellConnection } from "@/api/connection";
import { takePin } from "@/features/customers/takePin";
import { replace, reveal } from "@/features/navigation";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import CustomerPin from "@/pages/customers/pin";
import { clearStorage } from "../../support/fakeTaro";
import { clientPage } from "../features/givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/api/pins");
jest.mock("@/features/customers/takePin");
jest.mock("@/features/session/useConsent", () => ({ useConsent: () => ({ accepted: true }) }));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  replace: jest.fn(),
  reveal: jest.fn(),
  usePageParams: () => ({ id: "c1", site: "s1" }),
}));

/* A place whose pin a leader has confirmed, on the page of its rep. */

const site = {
  ...{ siteId: "s1", name: "总部", address: "阅江西路", latDeg: 23.1, lngDeg: 113.3, radiusM: 200 },
  pinStatus: "confirmed" as const,
};
const moved = { latDeg: 23.11, lngDeg: 113.3, accuracyM: 12 };

beforeEach(async () => {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.mocked(readCustomer).mockResolvedValue(clientPage({ sites: [site] }));
  jest.mocked(editSite).mockResolvedValue({ customerId: "c1", revision: 3 });
  jest.mocked(proposePin).mockResolvedValue({ customerId: "c1", siteId: "s1" } as never);
  jest.mocked(takePin).mockResolvedValue(moved);
  render(
    <QueryClientProvider client={queryClient}>
      <CustomerPin />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#propose-pin-here")).toBeTruthy());
});
afterEach(() => queryClient.clear());

const tap = (id: string) => act(async () => fireEvent.click(document.querySelector(`#${id}`) as Element));
const type = (id: string, value: string) =>
  act(async () =>
    fireEvent.input(document.querySelector(`#${id}`) as Element, { target: { value }, detail: { value } }),
  );

it("proposes the move that was typed in by its one button, then leaves", async () => {
  await tap("propose-pin-here");
  expect(document.querySelector("#propose-send")).toBeNull();
  expect(document.querySelector("#site-save")?.textContent).toBe("保存，并提议新位置");
  await type("propose-note", "搬到隔壁楼了");
  await tap("site-save");
  const { accuracyM, ...pin } = moved;
  expect(proposePin).toHaveBeenCalledWith(
    { customerId: "c1", siteId: "s1" },
    expect.objectContaining({ pin, accuracyM, note: "搬到隔壁楼了" }),
  );
  await waitFor(() => expect(replace).toHaveBeenCalled());
});

it("says what is missing where a move has no reason", async () => {
  await tap("propose-pin-here");
  await tap("site-save");
  expect(screen.getByText("写一句为什么，主管好判断")).toBeTruthy();
  expect(reveal).toHaveBeenCalledWith("propose-note");
  expect([editSite, proposePin, replace].map((one) => jest.mocked(one).mock.calls.length)).toEqual([0, 0, 0]);
});

it("keeps the page where the proposal did not arrive", async () => {
  jest.mocked(proposePin).mockRejectedValue(new Error("no connection"));
  await tap("propose-pin-here");
  await type("propose-note", "搬到隔壁楼了");
  await tap("site-save");
  await waitFor(() => expect(document.querySelector("#propose-error")).toBeTruthy());
  expect(replace).not.toHaveBeenCalled();
});

it("puts back a pin that was confirmed by mistake, with the reason, for whoever may", async () => {
  const accepted = { proposalId: "p1", revision: 2, byName: "陈浩", at: "2026-03-26T01:00:00.000Z" };
  jest.mocked(readCustomer).mockResolvedValue(clientPage({ sites: [{ ...site, accepted }] }));
  jest.mocked(decidePins).mockResolvedValue({ items: [{ proposalId: "p1", outcome: "decided" }] });
  await act(() => queryClient.invalidateQueries());
  await waitFor(() => expect(document.querySelector("#pin-accepted")?.textContent).toMatch(/^陈浩 .* 确认了这个位置$/));
  jest.mocked(readCustomer).mockResolvedValue(clientPage({ sites: [site] }));
  await tap("pin-take-back");
  fireEvent.click(screen.getByText("那不是这家客户的位置"));
  await tap("take-back-send");
  const items = [{ proposalId: "p1", revision: 2 }];
  const reason = "那不是这家客户的位置";
  expect(decidePins).toHaveBeenCalledWith(expect.objectContaining({ accepted: false, reason, items }));
  await waitFor(() => expect(document.querySelector("#pin-take-back")).toBeNull());
});
