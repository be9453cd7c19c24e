import { tapWifi } from "@/features/checkIns/tapWifi";
import { placesOf } from "@/features/customers/places";
import { connectedWifi } from "@/platform/wifi";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/platform/wifi");

const phone = jest.mocked(connectedWifi);
const client = {
  ...{
    customerId: "c",
    name: "海岳机械",
    initials: "",
    numbers: [],
    phoneTails: [],
    shortName: "海岳",
    grade: "A" as const,
  },
  ...{ stage: "服务中", lastVisitOn: null, nextStep: null },
  sites: [{ siteId: "s1", name: "总部", address: "", latDeg: 23.13, lngDeg: 113.26, radiusM: 200 }],
};
const [place] = placesOf([client], null);
const at = (accuracyM: number) => ({ latDeg: 23.13, lngDeg: 113.26, accuracyM, kind: "live" as const });
const bssid = "ac:84:c6:01:02:03";
const look = (fix: Parameters<typeof tapWifi>[0]) => {
  if (!place) throw new Error("no place");
  return tapWifi(fix, place);
};

beforeEach(() => phone.mockReset());

it("asks the phone for nothing where its position is clear", async () => {
  expect(await look(at(18))).toBeNull();
  expect(phone).not.toHaveBeenCalled();
});

it("tells the network where there is no position", async () => {
  phone.mockResolvedValue({ ssid: "海岳机械-办公", bssid: "AC:84:C6:01:02:03" });
  expect(await look(null)).toEqual({ ssid: "海岳机械-办公", bssid });
});

it("tells it where the position is not so clear", async () => {
  phone.mockResolvedValue({ ssid: null, bssid });
  expect(await look(at(80))).toEqual({ ssid: null, bssid });
});

it.each([["a\u0000b"], ["a\uD800"], ["\u3164"], ["长".repeat(33)]])(
  "leaves out a name that could not be sent, so that no check-in is refused for it: %#",
  async (ssid) => {
    phone.mockResolvedValue({ ssid, bssid });
    expect(await look(null)).toEqual({ ssid: null, bssid });
  },
);

it("tells nothing of a phone's own network", async () => {
  phone.mockResolvedValue({ ssid: "iPhone", bssid });
  expect(await look(null)).toBeNull();
});

it("tells nothing where the phone says nothing", async () => {
  phone.mockResolvedValue(null);
  expect(await look(null)).toBeNull();
});
