import { locate } from "@/platform/location/index.h5";

const gone = Object.assign(new Error("Loading chunk 7 failed"), { name: "ChunkLoadError" });
jest.mock("@shared/domain/datum", () => {
  throw gone;
});
afterEach(() => void jest.restoreAllMocks());

it("a position that a program of before cannot turn is none, and the program hears that a part of it is missing", async () => {
  // What a browser tells the program of as an unhandled rejection (platform/renew).
  const told: unknown[] = [];
  jest.spyOn(Promise, "reject").mockImplementation((error) => {
    told.push(error);
    return new Promise(() => {});
  });
  const getCurrentPosition = (ok: (position: object) => void) =>
    ok({ coords: { latitude: 23.1291, longitude: 113.2644, accuracy: 30 } });
  Object.defineProperty(navigator, "geolocation", { configurable: true, value: { getCurrentPosition } });
  await expect(locate()).rejects.toMatchObject({ reason: "unavailable" });
  expect(told).toEqual([gone]);
});
