import { ageOf, dropFix, takeFix, useFix } from "@/features/location/useFix";
import { locate } from "@/platform/location";
import { thisMoment } from "@/platform/monotonic";
import { LocationError, type LocationReason } from "@/platform/types";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/location");

const phone = jest.mocked(locate);
const atTheClient = { latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" as const };
const elsewhere = { ...atTheClient, latDeg: 23.5 };

let dateMs: number;
let counterMs: number;

beforeEach(() => {
  jest.resetAllMocks();
  dateMs = Date.parse("2026-03-26T09:00:00+08:00");
  counterMs = 1_000;
  jest.spyOn(Date, "now").mockImplementation(() => dateMs);
  jest.spyOn(performance, "now").mockImplementation(() => counterMs);
  dropFix();
  phone.mockImplementation(() => Promise.resolve({ fix: atTheClient, takenAt: thisMoment() }));
});
afterEach(() => jest.restoreAllMocks());

const awakeFor = (ms: number) => {
  dateMs += ms;
  counterMs += ms;
};
const refused = (reason: LocationReason) => phone.mockRejectedValueOnce(new LocationError(reason, reason));

it("asks the phone once in half a minute", async () => {
  await takeFix();
  awakeFor(30_000);
  await takeFix();
  expect(phone).toHaveBeenCalledTimes(1);
  awakeFor(1);
  await takeFix();
  expect(phone).toHaveBeenCalledTimes(2);
});

it("is asked anew at the tap after a sleep, in which the counter stood still", async () => {
  await takeFix();
  dateMs += 5 * 3_600_000;
  phone.mockResolvedValueOnce({ fix: elsewhere, takenAt: thisMoment() });
  expect(await takeFix()).toEqual(elsewhere);
});

it("gives no position of before a sleep where none can be taken after it", async () => {
  await takeFix();
  dateMs += 5 * 3_600_000;
  refused("unavailable");
  expect(await takeFix()).toBeNull();
  expect(useFix.getState().taken).toBeNull();
});

it.each<LocationReason>(["tooOften", "unavailable", "noAnswer", "notDeclared"])(
  "keeps a good fix with its age where a later call fails: %s",
  async (reason) => {
    await takeFix();
    awakeFor(60_000);
    refused(reason);
    // Not live any more: it is judged as doubtful at most.
    expect(await takeFix()).toEqual({ ...atTheClient, kind: "cached" });
    const { taken, reason: why } = useFix.getState();
    expect(taken && ageOf(taken)).toBe(60_000);
    expect(why).toBe(reason);
  },
);

it("does not use a fix of more than ten minutes ago for anything", async () => {
  await takeFix();
  awakeFor(10 * 60_000 + 1);
  refused("unavailable");
  expect(await takeFix()).toBeNull();
});

it.each<LocationReason>(["appRefused", "systemRefused"])(
  "forgets where somebody was who has taken the permission back: %s",
  async (reason) => {
    await takeFix();
    awakeFor(1_000);
    refused(reason);
    expect(await takeFix(0)).toBeNull();
    expect(useFix.getState().taken).toBeNull();
  },
);

it("keeps nothing that was being taken when it was to be dropped", async () => {
  const taking = takeFix();
  dropFix();
  expect(await taking).toBeNull();
  expect(useFix.getState()).toMatchObject({ taken: null, locating: false });
});

it("asks the phone anew after a withdrawal, where somebody has agreed again before the first answer came", async () => {
  let answerFirst = () => {};
  const first = new Promise<Awaited<ReturnType<typeof locate>>>((resolve) => {
    answerFirst = () => resolve({ fix: elsewhere, takenAt: thisMoment() });
  });
  phone.mockReturnValueOnce(first);
  const before = takeFix();
  dropFix();
  const again = takeFix();
  answerFirst();
  expect([await before, await again]).toEqual([null, atTheClient]);
  expect(useFix.getState()).toMatchObject({ taken: { fix: atTheClient }, locating: false });
});

it("says nothing of why one failed that was dropped on its way", async () => {
  let failFirst = () => {};
  phone.mockReturnValueOnce(
    new Promise((_resolve, reject) => {
      failFirst = () => reject(new LocationError("unavailable", "unavailable"));
    }),
  );
  const before = takeFix();
  dropFix();
  failFirst();
  expect([await before, useFix.getState().reason]).toEqual([null, null]);
});
