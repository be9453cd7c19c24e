import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, renderHook, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { takeFix, useFix } from "@/features/location/useFix";
import { useWithdrawConsent } from "@/features/privacy/usePrivacy";
import { queryClient } from "@/features/query/queryClient";
import { useSession } from "@/features/session/sessionStore";
import { CheckIn } from "@/pages/tabs/do/CheckIn";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { clearStorage } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/location");
jest.mock("@/api/privacy", () => ({
  ...jest.requireActual<object>("@/api/privacy"),
  withdrawConsent: () => Promise.resolve({ endedAt: "2026-03-26T01:00:00.000Z", positionsErased: 1 }),
}));

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
);
const here = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
const site = { siteId: "s", name: "总部", address: "天河区", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 };
const client = {
  ...{ customerId: "c", name: "海岳机械有限公司", shortName: "海岳机械", initials: "", numbers: [], phoneTails: [] },
  ...{ grade: "A", stage: "初步接触", sites: [site], lastVisitOn: null, nextStep: null },
};

beforeEach(() => {
  clearStorage();
  queryClient.clear();
  useSession.setState({ phase: "in", memberId: "xiaowang" });
  jest.spyOn(console, "error").mockImplementation(() => {});
  jest.mocked(locate).mockImplementation(() => Promise.resolve({ fix: here, takenAt: thisMoment() }));
});
afterEach(() => jest.restoreAllMocks());

it("leaves no position in use on the phone once the consent is taken back", async () => {
  await takeFix(0);
  expect(useFix.getState().taken).not.toBeNull();
  const { result } = renderHook(() => useWithdrawConsent(), { wrapper });
  await act(async () => void (await result.current.run(null)));
  expect(useFix.getState().taken).toBeNull();
});

it("leads to the consent in words that promise no check-in", () => {
  queryClient.setQueryData(["me"], {
    member: { memberId: "xiaowang", roles: ["rep"] },
    consent: { acceptedVersion: null, currentVersion: "1" },
  });
  queryClient.setQueryData(["customers", "mine"], [client]);
  render(<CheckIn title="打卡" front />, { wrapper });
  expect(screen.getByRole("button", { name: "先看位置说明，同意后再打卡" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: /在 海岳机械 打卡/ })).toBeNull();
  expect(screen.getByText("按上次拜访排；用位置要你先同意")).toBeTruthy();
});
