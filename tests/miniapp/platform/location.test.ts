import { distanceM } from "@shared/domain/geo";
import { locate as locateInBrowser, standAt } from "@/platform/location/index.h5";
import { locate as locateOnPhone } from "@/platform/location/index.weapp";
import { startLogin } from "@/platform/login/index.weapp";
import { fakeTaro } from "../../support/fakeTaro";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));

const taro = fakeTaro as typeof fakeTaro & { getLocation?: jest.Mock };

describe("On the phone", () => {
  it("takes the position as the phone gives it, in GCJ-02", async () => {
    taro.getLocation = jest.fn().mockResolvedValue({ latitude: 23.13, longitude: 113.26, accuracy: 18 });
    expect((await locateOnPhone()).fix).toEqual({ latDeg: 23.13, lngDeg: 113.26, accuracyM: 18, kind: "live" });
    expect(taro.getLocation).toHaveBeenCalledWith(expect.objectContaining({ type: "gcj02" }));
  });

  it("does not take an accuracy of 0 for certainty", async () => {
    taro.getLocation = jest.fn().mockResolvedValue({ latitude: 23.13, longitude: 113.26, accuracy: 0 });
    expect((await locateOnPhone()).fix.accuracyM).toBeNull();
  });

  it.each([
    ["getLocation:fail auth deny", "appRefused"],
    ["getLocation:fail privacy permission is not authorized", "appRefused"],
    ["getLocation:fail system permission denied", "systemRefused"],
    ["getLocation:fail:ERROR_NOCELL&WIFI_LOCATIONSWITCHOFF", "systemRefused"],
    ["getLocation:fail timeout", "unavailable"],
    ["getLocation:fail api scope is not declared in the privacy agreement", "notDeclared"],
    ["getLocation:fail 频繁调用会增加电量损耗", "tooOften"],
  ])("knows of 「%s」 who has to allow what", async (errMsg, reason) => {
    taro.getLocation = jest.fn().mockRejectedValue({ errMsg });
    await expect(locateOnPhone()).rejects.toMatchObject({ reason });
  });
});

describe("Where nothing is ever answered", () => {
  const never = () => new Promise<never>(() => {});
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each<[string, () => Promise<unknown>]>([
    ["the phone's position", () => locateOnPhone()],
    ["the browser's position", () => locateInBrowser()],
    ["WeCom's login", () => startLogin(null)],
  ])("%s is waited for 5 seconds and no longer", async (_what, ask) => {
    taro.getLocation = jest.fn(never);
    (fakeTaro as { qy?: object }).qy = { login: () => {} };
    Object.defineProperty(navigator, "geolocation", {
      configurable: true,
      value: { getCurrentPosition: () => {} },
    });
    const asked = ask().catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(4_900);
    expect(await Promise.race([asked, Promise.resolve("waiting")])).toBe("waiting");
    await jest.advanceTimersByTimeAsync(100);
    expect(await Promise.race([asked, Promise.resolve("waiting")])).toMatchObject({ reason: "noAnswer" });
  });

  it("whom WeCom does not let in is told apart from a WeCom that says nothing", async () => {
    (fakeTaro as { qy?: object }).qy = {
      login: ({ fail }: { fail: (answer: { errMsg: string }) => void }) =>
        fail({ errMsg: "qy.login:fail user not in allow list" }),
    };
    await expect(startLogin(null)).rejects.toMatchObject({ reason: "notAllowed" });
  });
});

describe("In a browser", () => {
  const give = (answer: (ok: (position: unknown) => void, fail: (error: unknown) => void) => void) =>
    Object.defineProperty(navigator, "geolocation", { configurable: true, value: { getCurrentPosition: answer } });

  afterEach(() => standAt(null));

  it("turns WGS-84 into GCJ-02, some 500 m away in Guangzhou", async () => {
    give((ok) => ok({ coords: { latitude: 23.1291, longitude: 113.2644, accuracy: 30 } }));
    const { fix } = await locateInBrowser();
    const shift = distanceM(fix, { latDeg: 23.1291, lngDeg: 113.2644 });
    expect(shift).toBeGreaterThan(300);
    expect(shift).toBeLessThan(800);
    expect(fix.accuracyM).toBe(30);
  });

  it.each([
    [1, "appRefused"],
    [2, "unavailable"],
    [3, "unavailable"],
  ])("knows what error %i of the browser means: %s", async (code, reason) => {
    give((_, fail) => fail({ code, message: "" }));
    await expect(locateInBrowser()).rejects.toMatchObject({ reason });
  });

  it("stands where the demo's panel says, instead", async () => {
    standAt(() => ({
      fix: { latDeg: 1, lngDeg: 2, accuracyM: 3, kind: "live" },
      takenAt: { countedMs: 0, wallMs: 0 },
    }));
    expect((await locateInBrowser()).fix.latDeg).toBe(1);
  });
});
