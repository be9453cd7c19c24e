import { fakeTaro } from "../../support/fakeTaro";
import * as browser from "../../../miniapp/platform/scan/index.h5";
import * as phone from "../../../miniapp/platform/scan/index.weapp";
import { chosenFile } from "../../../miniapp/platform/camera/index.h5";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("../../../miniapp/platform/camera/index.h5");

describe("the mini-program", () => {
  const scans = (scanCode: () => Promise<unknown>) => Object.assign(fakeTaro, { scanCode: jest.fn(scanCode) });

  it("scans with the camera alone, and gives back what is in the code", async () => {
    const { scanCode } = scans(() => Promise.resolve({ result: "XL1:a" }));
    expect(await phone.scanCode()).toBe("XL1:a");
    expect(scanCode).toHaveBeenCalledWith({ onlyFromCamera: true, scanType: ["qrCode"] });
  });

  it("gives back nothing where the person has changed their mind", async () => {
    scans(() => Promise.reject(Object.assign(new Error(), { errMsg: "scanCode:fail cancel" })));
    expect(await phone.scanCode()).toBeNull();
  });

  it.each([
    ["scanCode:fail auth deny", "refused"],
    ["scanCode:fail system error", "unavailable"],
  ])("tells 「%s」 as %s", async (errMsg, reason) => {
    scans(() => Promise.reject(Object.assign(new Error(), { errMsg })));
    await expect(phone.scanCode()).rejects.toMatchObject({ reason });
  });
});

describe("a browser", () => {
  const reads = (detect: () => Promise<{ rawValue: string }[]>) => {
    Object.assign(window, {
      BarcodeDetector: class {
        detect = detect;
      },
    });
    Object.assign(globalThis, { createImageBitmap: () => Promise.resolve({ close: () => {} }) });
    jest.mocked(chosenFile).mockResolvedValue(new File([], "photo.jpg"));
  };
  afterEach(() => void Reflect.deleteProperty(window, "BarcodeDetector"));

  it("that reads no codes says so", async () => {
    expect(browser.canScan()).toBe(false);
    await expect(browser.scanCode()).rejects.toMatchObject({ reason: "unsupported" });
  });

  it("that reads codes gives back what is in the one on the picture", async () => {
    reads(() => Promise.resolve([{ rawValue: "XL1:b" }]));
    expect(browser.canScan()).toBe(true);
    expect(await browser.scanCode()).toBe("XL1:b");
  });

  it("tells a picture without a code from a failure", async () => {
    reads(() => Promise.resolve([]));
    await expect(browser.scanCode()).rejects.toMatchObject({ reason: "unreadable" });
    reads(() => Promise.reject(new Error("no service")));
    await expect(browser.scanCode()).rejects.toMatchObject({ reason: "unavailable" });
  });

  it("gives back nothing where no picture was taken", async () => {
    reads(() => Promise.resolve([]));
    jest.mocked(chosenFile).mockResolvedValue(null);
    expect(await browser.scanCode()).toBeNull();
  });
});
