import { createHash } from "node:crypto";
import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createElement, type ReactNode } from "react";
import type { CheckInView, CustomerView } from "@shared/contracts";
import { ApiError, errorOfProblem } from "@/api/apiError";
import { readMyCheckIns } from "@/api/checkIns";
import { tellConnection, tellOnline } from "@/api/connection";
import { putFile } from "@/api/files";
import { sendKept } from "@/api/sync";
import { tapUnderwayAt, useCheckIn } from "@/features/checkIns/useCheckIn";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { useTapResult } from "@/features/checkIns/useTapResult";
import { foreseenSite } from "@/features/customers/queuedClients";
import { placesOf } from "@/features/customers/places";
import { dropFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue, watchQueue } from "@/features/queue/commandQueue";
import { useQueuePage } from "@/features/queue/useQueuePage";
import { useSession } from "@/features/session/sessionStore";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import * as photoFiles from "@/platform/photoFiles";
import { connectedWifi } from "@/platform/wifi";
import { storedNames } from "@/platform/storage";
import { LocationError } from "@/platform/types";
import { clearStorage, fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/checkIns");
jest.mock("@/api/sync", () => ({ ...jest.requireActual<object>("@/api/sync"), sendKept: jest.fn() }));
jest.mock("@/platform/location");
jest.mock("@/platform/photoFiles");
jest.mock("@/platform/wifi");
jest.mock("@/api/files");

const send = jest.mocked(sendKept);
const phone = jest.mocked(locate);
const wifi = jest.mocked(connectedWifi);

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

/** The server takes every tap, or says no to each. */
const answers = (verdict: CheckInView["verdict"]) => (body: Parameters<typeof sendKept>[0]) =>
  Promise.resolve({
    items: body.items.map(({ commandId }) => ({
      commandId,
      status: 200,
      body: { checkIn: { ...judged(verdict).checkIn, checkInId: `xiaowang:${commandId}` } },
    })),
  });
const noNetwork = () => Promise.reject(new ApiError("network", "no connection"));
const sentBodies = () => send.mock.calls.flatMap(([{ items }]) => items.map(({ body }) => body));
const wrapper = ({ children }: { children: ReactNode }) =>
  createElement(QueryClientProvider, { client: queryClient }, children);

beforeEach(() => {
  // In the morning: a day does not end while a test goes on.
  clockAt(Date.parse("2026-03-26T10:00:00+08:00"));
  jest.resetAllMocks();
  jest.mocked(photoFiles.removePhotoFile).mockResolvedValue();
  jest.mocked(photoFiles.photoFileNames).mockResolvedValue([]);
  commandQueue.dropAll();
  clearStorage();
  queryClient.clear();
  dropFix();
  useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
  phone.mockImplementation(() => Promise.resolve({ fix, takenAt: thisMoment() }));
  send.mockImplementation(answers("inside"));
  jest.mocked(readMyCheckIns).mockRejectedValue(new ApiError("network", "no connection"));
});

const waiting = () => storedNames().filter((name) => name.startsWith("q:"));

/** The phone's clock goes on. */
const later = ({ minutes }: { minutes: number }): void => clockAt(Date.now() + minutes * 60_000);

function clockAt(now: number): void {
  jest.useFakeTimers({
    now,
    doNotFake: [
      "setTimeout",
      "clearTimeout",
      "setInterval",
      "clearInterval",
      "setImmediate",
      "clearImmediate",
      "nextTick",
      "queueMicrotask",
      "performance",
      "hrtime",
    ],
  });
}
afterEach(() => void jest.useRealTimers());

const there = () => {
  if (!place) throw new Error("no place");
  return place;
};
async function tapped() {
  const { result } = renderHook(() => useCheckIn());
  let told: Awaited<ReturnType<typeof result.current.tap>> = null;
  await act(async () => {
    told = await result.current.tap(there());
  });
  return { result, told: told as Awaited<ReturnType<typeof result.current.tap>> };
}

it("sends the one position that it takes at the tap", async () => {
  const { told } = await tapped();
  expect(told).toMatchObject({ kept: "arrived", checkIn: { verdict: "inside" } });
  expect(phone).toHaveBeenCalledTimes(1);
  expect(sentBodies()).toEqual([expect.objectContaining({ customerId: "c-haiyue", siteId: "s1", fix })]);
});

it("is one check-in however often the button is tapped", async () => {
  const { result } = renderHook(() => useCheckIn());
  await act(async () => {
    await Promise.all([result.current.tap(there()), result.current.tap(there())]);
  });
  expect(sentBodies()).toHaveLength(1);
});

it("checks in without a position, too: it waits for somebody to verify it", async () => {
  phone.mockRejectedValue(new LocationError("unavailable", "no satellites"));
  send.mockImplementation(answers("unverified"));
  const { told } = await tapped();
  expect(told?.checkIn.verdict).toBe("unverified");
  expect(sentBodies()).toEqual([expect.objectContaining({ fix: null })]);
});

describe("a tap that says what an earlier one of the day has said", () => {
  /** Stands so far north of the client. */
  const standsAt = (northM: number) =>
    phone.mockImplementation(() =>
      Promise.resolve({ fix: { ...fix, latDeg: fix.latDeg + northM / 111_195 }, takenAt: thisMoment() }),
    );
  beforeEach(() => send.mockImplementation(noNetwork));

  it("makes none, and shows that one", async () => {
    const { told: first } = await tapped();
    later({ minutes: 9 });
    const { told: second } = await tapped();
    expect(second).toMatchObject({ isAgain: true, kept: "phone", checkIn: { checkInId: first?.checkIn.checkInId } });
    expect(waiting()).toHaveLength(1);
  });

  it("makes none far away either, however much later", async () => {
    standsAt(2_400);
    await tapped();
    later({ minutes: 120 });
    expect((await tapped()).told).toMatchObject({ isAgain: true, checkIn: { verdict: "outside" } });
    expect(waiting()).toHaveLength(1);
  });

  it("is one of its own where somebody has come nearer", async () => {
    standsAt(2_400);
    await tapped();
    later({ minutes: 1 });
    standsAt(600);
    expect((await tapped()).told).not.toHaveProperty("isAgain");
    expect(waiting()).toHaveLength(2);
  });

  it("is one of its own once the phone is on a network, where it has no position", async () => {
    phone.mockRejectedValue(new LocationError("unavailable", "no satellites"));
    await tapped();
    wifi.mockResolvedValue({ ssid: "海岳机械-办公", bssid: "ac:84:c6:01:02:03" });
    later({ minutes: 1 });
    expect((await tapped()).told).not.toHaveProperty("isAgain");
    expect(commandQueue.list()).toMatchObject([{}, { body: { wifi: { bssid: "ac:84:c6:01:02:03" } } }]);
    later({ minutes: 1 });
    expect((await tapped()).told).toHaveProperty("isAgain");
  });

  it("shows the one that the server knows", async () => {
    const on = "2026-03-26";
    queryClient.setQueryData(["checkIns", on], {
      items: [{ ...judged("inside").checkIn, review: null, mendedById: null }],
    });
    later({ minutes: (Date.parse("2026-03-26T10:05:00+08:00") - Date.now()) / 60_000 });
    expect((await tapped()).told).toMatchObject({
      isAgain: true,
      kept: "arrived",
      checkIn: { checkInId: "xiaowang:c1" },
    });
    expect(sentBodies()).toEqual([]);
  });
});

describe("without a network", () => {
  beforeEach(() => send.mockImplementation(noNetwork));

  it("is kept on the phone with what the phone makes of it, and asks nobody to stay", async () => {
    const { result, told } = await tapped();
    expect(told).toMatchObject({
      kept: "phone",
      checkIn: { customerName: "海岳机械", verdict: "inside", distanceM: 0 },
    });
    expect(result.current.failure).toBeNull();
    expect(storedNames().filter((name) => name.startsWith("q:"))).toHaveLength(1);
  });

  it("stands in the day's list before anything was ever answered", async () => {
    const { told } = await tapped();
    const { result } = renderHook(() => useCheckIns(told?.checkIn.on), { wrapper });
    expect(result.current.data?.items.map(({ checkInId }) => checkInId)).toEqual([told?.checkIn.checkInId]);
  });

  it("goes after the place that it is at, where that waits on this phone itself", async () => {
    const { siteId, name, address, latDeg, lngDeg, radiusM } = there().site;
    const site = { siteId, name, address, latDeg, lngDeg, radiusM };
    commandQueue.add({
      ...{ commandId: "place", kind: "sites.add", params: { customerId: "c-haiyue" }, body: {}, lane: "c-haiyue" },
      ...{ after: null, captured: { at: "", kind: "anchored" }, about: "海岳机械", draft: null, opens: "" },
      shown: foreseenSite("c-haiyue", 2, site),
    });
    await tapped();
    expect(commandQueue.list().map(({ kind, after }) => [kind, after])).toEqual([
      ["sites.add", null],
      ["checkIns.create", "place"],
    ]);
  });

  it("is sent once, as it was tapped, and told with the server's verdict", async () => {
    const { told } = await tapped();
    const { result } = renderHook(() => useTapResult(told), { wrapper });
    expect(result.current?.kept).toBe("phone");
    const [first] = sentBodies();
    send.mockImplementation(answers("doubtful"));
    await act(() => commandQueue.sendNow());
    await act(() => commandQueue.sendNow());
    expect(sentBodies()).toEqual([first, first]);
    expect(commandQueue.list()).toEqual([]);
  });

  it("is not said to go by itself once the server has refused it", async () => {
    const { told } = await tapped();
    const { result } = renderHook(() => useTapResult(told), { wrapper });
    send.mockImplementation(({ items }) =>
      Promise.resolve({
        items: items.map(({ commandId }) => ({ commandId, status: 403, body: { code: "checkIn.consentMissing" } })),
      }),
    );
    await act(() => commandQueue.sendNow());
    expect(result.current?.kept).toBe("needsYou");
  });

  it("says of a later one of a day at one client that it counts once", async () => {
    const first = await tapped();
    later({ minutes: 11 });
    const second = await tapped();
    expect([first.told?.checkIn.repeatedOnDay, second.told?.checkIn.repeatedOnDay]).toEqual([false, true]);
    const { result } = renderHook(() => useCheckIns(first.told?.checkIn.on), { wrapper });
    expect(result.current.data?.items.map(({ repeatedOnDay }) => repeatedOnDay)).toEqual([true, false]);
  });

  it("says that it is in memory alone where the phone has no room", async () => {
    const kept = jest.spyOn(fakeTaro, "setStorageSync").mockImplementation(() => {
      throw new Error("exceed storage limit");
    });
    const { told } = await tapped();
    expect(told?.kept).toBe("memory");
    kept.mockRestore();
    await act(() => commandQueue.sendNow());
  });
});

it("says why where the server refuses it, and keeps it for the person to decide", async () => {
  send.mockImplementation(({ items }) =>
    Promise.resolve({
      items: items.map(({ commandId }) => ({
        commandId,
        status: 403,
        body: { code: "checkIn.consentMissing", requestId: "r1" },
      })),
    }),
  );
  const { result, told } = await tapped();
  expect(told).toBeNull();
  expect(result.current.failure).toMatchObject({ reference: "r1" });
  expect(commandQueue.list()).toMatchObject([{ look: "refused" }]);
});

describe("while somebody signs out", () => {
  it("a tap whose position is still being taken is nobody's, and not made", async () => {
    let found = (_fix: Awaited<ReturnType<typeof locate>>) => {};
    phone.mockReturnValue(new Promise((resolve) => (found = resolve)));
    const { result } = renderHook(() => useCheckIn());
    await act(async () => {
      const told = result.current.tap(there());
      expect(tapUnderwayAt()).toBe("海岳机械");
      useSession.getState().forgetMe();
      found({ fix, takenAt: thisMoment() });
      expect(await told).toBeNull();
    });
    expect(tapUnderwayAt()).toBeNull();
    expect(send).not.toHaveBeenCalled();
    expect(storedNames().filter((name) => name.startsWith("q:"))).toEqual([]);
  });
});

describe("what waits is sent", () => {
  const waiting = async () => {
    send.mockImplementation(noNetwork);
    await tapped();
    send.mockClear();
    send.mockImplementation(answers("inside"));
  };

  it("when the network is back, when the server is reached, when the same person is back", async () => {
    watchQueue();
    for (const happens of [
      () => tellOnline(),
      () => {
        tellConnection(false, null);
        tellConnection(true, null);
      },
      () => {
        useSession.getState().leave();
        expect(commandQueue.list()).toEqual([]);
        useSession.getState().enter({ memberId: "xiaowang", language: "zh-CN", roles: ["rep"] });
      },
    ]) {
      await waiting();
      await act(async () => happens());
      await act(() => commandQueue.sendNow());
      expect(send).toHaveBeenCalledTimes(1);
      expect(commandQueue.list()).toEqual([]);
    }
  });

  it("never in another person's name", async () => {
    await waiting();
    useSession.getState().enter({ memberId: "xiaoli", language: "zh-CN", roles: ["rep"] });
    await act(() => commandQueue.sendNow());
    expect(send).not.toHaveBeenCalled();
    expect(storedNames().filter((name) => name.startsWith("q:"))).toHaveLength(1);
  });
});

describe("a tap with a photo", () => {
  const photo = { fileId: "f1", address: "a", type: "image/jpeg" as const, bytes: new Uint8Array([1, 2, 3]).buffer };
  async function tappedWithPhoto(at = there()) {
    const { result } = renderHook(() => useCheckIn());
    let told: Awaited<ReturnType<typeof result.current.tap>> = null;
    await act(async () => {
      told = await result.current.tap(at, photo);
    });
    return told as Awaited<ReturnType<typeof result.current.tap>>;
  }
  beforeEach(() => {
    // What another test has left waiting was taken off the phone just now.
    jest.mocked(photoFiles.removePhotoFile).mockClear();
    jest.mocked(photoFiles.writePhotoFile).mockResolvedValue();
    jest.mocked(photoFiles.readPhotoFile).mockResolvedValue(photo.bytes);
    jest.mocked(putFile).mockResolvedValue({ fileId: "xiaowang:f1" });
  });

  it("sends the photo first, and names it by its hash", async () => {
    await tappedWithPhoto();
    expect(putFile).toHaveBeenCalledWith("f1", { type: "image/jpeg", bytes: photo.bytes });
    const photoHash = createHash("sha256").update(new Uint8Array(photo.bytes)).digest("hex");
    expect(sentBodies()).toMatchObject([{ photoId: "f1", photoHash }]);
    expect(photoFiles.removePhotoFile).toHaveBeenCalledWith("f1");
  });

  it("is one check-in however often the button is tapped before it is drawn anew", async () => {
    const { result } = renderHook(() => useCheckIn());
    await act(async () => {
      const { tap } = result.current;
      await Promise.all([tap(there(), photo), tap(there(), photo)]);
    });
    expect(sentBodies()).toHaveLength(1);
  });

  it("waits with its photo on the phone without a network", async () => {
    jest.mocked(putFile).mockImplementation(noNetwork);
    expect(await tappedWithPhoto()).toMatchObject({ kept: "phone", checkIn: { hasPhoto: true } });
    expect([send.mock.calls.length, jest.mocked(photoFiles.removePhotoFile).mock.calls.length]).toEqual([0, 0]);
    expect(commandQueue.list()).toMatchObject([{ files: [{ fileId: "f1", isKept: true }] }]);
  });

  it("goes while the program runs where the phone cannot store the photo", async () => {
    jest.mocked(photoFiles.writePhotoFile).mockRejectedValue(new Error("no room"));
    jest.mocked(photoFiles.readPhotoFile).mockResolvedValue(null);
    jest.mocked(putFile).mockImplementationOnce(noNetwork);
    await tappedWithPhoto();
    expect(commandQueue.list()).toMatchObject([{ files: [{ isKept: false }] }]);
    await act(() => commandQueue.sendNow());
    expect(sentBodies()).toMatchObject([{ photoId: "f1" }]);
  });

  it("is foreseen to count with doubt at a place without a pin", async () => {
    const [bare] = placesOf(
      [{ ...client, sites: client.sites.map((site) => ({ ...site, latDeg: null, lngDeg: null })) }],
      null,
    );
    jest.mocked(putFile).mockImplementation(noNetwork);
    expect((await tappedWithPhoto(bare))?.checkIn.verdict).toBe("doubtful");
  });

  it("whose photo the server does not take waits for its person, who sends it without", async () => {
    jest.mocked(putFile).mockRejectedValue(errorOfProblem(413, { code: "body.tooLarge" }, null));
    expect(await tappedWithPhoto()).toBeNull();
    const { result } = renderHook(useQueuePage, { wrapper });
    const [entry] = result.current.entries;
    expect([entry?.look, send.mock.calls.length]).toEqual(["refused", 0]);
    await act(async () => entry && result.current.withoutFiles(entry)?.());
    await waitFor(() => expect(sentBodies()).toHaveLength(1));
    expect(sentBodies()[0]).not.toHaveProperty("photoId");
  });
});
