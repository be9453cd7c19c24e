import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { tellConnection } from "@/api/connection";
import { editSite } from "@/api/clients";
import { readCustomer } from "@/api/customers";
import { takePin } from "@/features/customers/takePin";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import CustomerPin from "@/pages/customers/pin";
import { clearStorage } from "../../support/fakeTaro";
import { clientPage } from "../features/givenClientPage";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/clients");
jest.mock("@/api/customers");
jest.mock("@/features/customers/takePin");
jest.mock("@/features/session/useConsent", () => ({ useConsent: () => ({ accepted: true }) }));
jest.mock("@/features/frame/usePageFrame", () => ({ usePageFrame: () => true }));
jest.mock("@/features/navigation", () => ({
  ...jest.requireActual<object>("@/features/navigation"),
  replace: jest.fn(),
  usePageParams: () => ({ id: "c1", site: "s1" }),
}));

/* A place whose pin nobody has confirmed, on the page of its rep. */

const site = {
  ...{ siteId: "s1", name: "总部", address: "阅江西路", latDeg: 23.1, lngDeg: 113.3, radiusM: 200 },
  pinStatus: "typed" as const,
};

async function open(change: object = {}) {
  jest.resetAllMocks();
  clearStorage();
  queryClient.clear();
  tellConnection(true, new Date());
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  const page = clientPage({ sites: [{ ...site, ...change }] });
  jest.mocked(readCustomer).mockResolvedValue({ ...page, may: { ...page.may, edit: true, confirmPin: false } });
  jest.mocked(editSite).mockResolvedValue({ customerId: "c1", revision: 4 });
  jest.mocked(takePin).mockResolvedValue({ latDeg: 23.11, lngDeg: 113.3, accuracyM: 12 });
  render(
    <QueryClientProvider client={queryClient}>
      <CustomerPin />
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.querySelector("#site-pin-here")).toBeTruthy());
}
afterEach(() => queryClient.clear());

const tap = (id: string) => act(async () => fireEvent.click(document.querySelector(`#${id}`) as Element));

it("sends with a pin that is taken on the spot how exactly and when", async () => {
  await open();
  await tap("site-pin-here");
  await tap("site-save");
  await waitFor(() => expect(editSite).toHaveBeenCalled());
  expect(jest.mocked(editSite).mock.calls[0]?.[1]).toMatchObject({
    pin: { latDeg: 23.11, lngDeg: 113.3 },
    pinTaken: { accuracyM: 12, takenAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string },
  });
});

it("sends nothing of that where the pin is put back to what it was", async () => {
  await open();
  await tap("site-pin-here");
  await tap("site-pin-clear");
  await act(async () =>
    fireEvent.input(document.querySelector("#site-name") as Element, {
      target: { value: "北门" },
      detail: { value: "北门" },
    }),
  );
  await tap("site-save");
  await waitFor(() => expect(editSite).toHaveBeenCalled());
  expect(jest.mocked(editSite).mock.calls[0]?.[1]).not.toHaveProperty("pinTaken");
});

it("says of one that waits that it was taken on the spot, by whom and how exactly", async () => {
  const proposed = { byName: "小王", at: "2026-03-26T02:02:00.000Z", source: "taken", accuracyM: 12 };
  await open({ pinStatus: "taken", proposed: { ...proposed, deciderNames: ["陈浩"] } });
  expect(screen.getByText(/位置是 小王 .* 在现场定的，误差 12 米，等陈浩确认/)).toBeTruthy();
});
