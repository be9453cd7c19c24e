import { act, renderHook } from "@testing-library/react";
import type { CheckInView, CustomerView } from "@shared/contracts";
import { ApiError } from "@/api/apiError";
import { createCheckIn } from "@/api/checkIns";
import { tellOnline } from "@/api/connection";
import { useCheckIn } from "@/features/checkIns/useCheckIn";
import { placesOf } from "@/features/customers/places";
import { dropFix } from "@/features/location/useFix";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { LocationError } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/checkIns");
jest.mock("@/platform/location");

const send = jest.mocked(createCheckIn);
const phone = jest.mocked(locate);

const client: CustomerView = {
  customerId: "c-haiyue",
  name: "海岳机械有限公司",
  initials: "",
  numbers: [],
  phoneTails: [],
  shortName: "海岳机械",
  grade: "A",
  stage: "服务中",
  sites: [{ siteId: "s1", name: "总部", address: "", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 }],
  lastVisitOn: null,
  nextStep: null,
};
const [place] = placesOf([client], null);
const fix = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
const judged = (verdict: CheckInView["verdict"]): { checkIn: CheckInView } => ({
  checkIn: {
    checkInId: "xiaowang:c1",
    customerId: "c-haiyue",
    customerName: "海岳机械",
    siteId: "s1",
    siteName: "总部",
    verdict,
    distanceM: 0,
    accuracyM: 18,
    radiusM: 200,
    checkedInAt: "2026-03-26T10:02:00+08:00",
    on: "2026-03-26",
    visitId: null,
    recordUntil: "2026-03-27T10:02:00+08:00",
    repeatedOnDay: false,
  },
});

beforeEach(() => {
  jest.resetAllMocks();
  dropFix();
  phone.mockImplementation(() => Promise.resolve({ fix, takenAt: thisMoment() }));
  send.mockResolvedValue(judged("inside"));
});

const tap = () => {
  if (!place) throw new Error("no place");
  return place;
};

it("sends the one position that it takes at the tap", async () => {
  const { result } = renderHook(() => useCheckIn());
  await act(async () => {
    expect((await result.current.tap(tap()))?.verdict).toBe("inside");
  });
  expect(phone).toHaveBeenCalledTimes(1);
  expect(send).toHaveBeenCalledWith(expect.objectContaining({ customerId: "c-haiyue", siteId: "s1", fix }));
});

it("is one check-in however often the button is tapped", async () => {
  const { result } = renderHook(() => useCheckIn());
  await act(async () => {
    await Promise.all([result.current.tap(tap()), result.current.tap(tap())]);
  });
  const ids = new Set(send.mock.calls.map(([body]) => body.commandId));
  expect(ids.size).toBe(1);
});

it("checks in without a position, too: it waits for somebody to verify it", async () => {
  phone.mockRejectedValue(new LocationError("unavailable", "no satellites"));
  send.mockResolvedValue(judged("unverified"));
  const { result } = renderHook(() => useCheckIn());
  await act(async () => {
    expect((await result.current.tap(tap()))?.verdict).toBe("unverified");
  });
  expect(send.mock.calls[0]?.[0].fix).toBeNull();
});

it("sends the very same tap again when it did not arrive", async () => {
  send.mockRejectedValueOnce(new ApiError("network", "no connection"));
  const { result } = renderHook(() => useCheckIn());
  await act(async () => {
    expect(await result.current.tap(tap())).toBeNull();
  });
  expect(result.current.failure?.sentence).toContain("没连上服务器");
  await act(async () => {
    expect((await result.current.again())?.verdict).toBe("inside");
  });
  const [first, second] = send.mock.calls.map(([body]) => body);
  expect(second).toEqual(first);
});

it("sends what waits at once when the network is back, once", async () => {
  send.mockRejectedValueOnce(new ApiError("network", "no connection"));
  const told = jest.fn();
  const { result } = renderHook(() => useCheckIn(told));
  await act(async () => void (await result.current.tap(tap())));
  await act(async () => tellOnline());
  await act(async () => tellOnline());
  expect(send).toHaveBeenCalledTimes(2);
  expect(send.mock.calls[1]?.[0]).toEqual(send.mock.calls[0]?.[0]);
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ verdict: "inside" }));
});

it("sends nothing by itself that the server has refused", async () => {
  send.mockRejectedValueOnce(new ApiError("checkIn.consentMissing", "no consent"));
  const { result } = renderHook(() => useCheckIn());
  await act(async () => void (await result.current.tap(tap())));
  await act(async () => tellOnline());
  expect(send).toHaveBeenCalledTimes(1);
});
