import { connectedWifi } from "@/platform/wifi/index.weapp";
import { connectedWifi as inBrowser } from "@/platform/wifi/index.h5";

const wx = { startWifi: jest.fn(), getConnectedWifi: jest.fn(), stopWifi: jest.fn() };
jest.mock("@tarojs/taro", () => ({
  __esModule: true,
  default: {
    startWifi: () => wx.startWifi() as unknown,
    getConnectedWifi: () => wx.getConnectedWifi() as unknown,
    stopWifi: () => wx.stopWifi() as unknown,
  },
}));

const never = () => new Promise(() => {});
beforeEach(() => {
  jest.resetAllMocks();
  wx.startWifi.mockResolvedValue({});
  wx.stopWifi.mockResolvedValue({});
});
afterEach(() => jest.useRealTimers());

it("says which network the phone is connected to", async () => {
  wx.getConnectedWifi.mockResolvedValue({ wifi: { SSID: "办公", BSSID: "ac:84:c6:01:02:03" } });
  expect(await connectedWifi()).toEqual({ ssid: "办公", bssid: "ac:84:c6:01:02:03" });
  expect(wx.stopWifi).toHaveBeenCalledTimes(1);
});

it.each([
  ["is not connected", () => wx.getConnectedWifi.mockRejectedValue({ errCode: 12010 })],
  ["has no Wi-Fi, or WeCom none", () => wx.startWifi.mockRejectedValue({ errMsg: "startWifi:fail not support" })],
  [
    "has not declared it",
    () =>
      wx.startWifi.mockRejectedValue({ errMsg: "startWifi:fail api scope is not declared in the privacy agreement" }),
  ],
])("says nothing where the phone %s", async (_what, given) => {
  given();
  expect(await connectedWifi()).toBeNull();
});

it.each([["startWifi"], ["getConnectedWifi"]] as const)("keeps nobody waiting where %s never answers", async (name) => {
  jest.useFakeTimers();
  wx[name].mockImplementation(never);
  const asked = connectedWifi();
  await jest.advanceTimersByTimeAsync(1_500);
  expect(await asked).toBeNull();
});

it("says nothing in a browser", async () => {
  expect(await inBrowser()).toBeNull();
});
