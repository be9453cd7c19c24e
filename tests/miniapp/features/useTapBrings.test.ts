import { renderHook } from "@testing-library/react";
import type { CheckInView, CustomerView } from "@shared/contracts";
import type { ReviewState } from "@shared/domain/checkIn";
import { useCheckIns } from "@/features/checkIns/useCheckIns";
import { useTapBrings } from "@/features/checkIns/useTapBrings";
import { type Place, placesOf } from "@/features/customers/places";
import { allTexts } from "../../support/allTexts";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/features/checkIns/useCheckIns");

const pin = { latDeg: 23.13, lngDeg: 113.26 };
const client: CustomerView = {
  ...{
    customerId: "c-haiyue",
    name: "海岳机械有限公司",
    initials: "",
    numbers: [],
    phoneTails: [],
    shortName: "海岳机械",
    grade: "A",
    stage: "服务中",
  },
  sites: [{ siteId: "s1", name: "总部", address: "", ...pin, radiusM: 200 }],
  ...{ lastVisitOn: null, nextStep: null },
};
const metersPerDegree = 111_195;

/** The client's place for somebody who stands so far from it; null: nowhere that is known. */
function placeFrom(northM: number | null): Place {
  const latDeg = pin.latDeg + (northM ?? 0) / metersPerDegree;
  const [place] = placesOf([client], northM === null ? null : { ...pin, latDeg, accuracyM: 18, kind: "live" });
  if (!place) throw new Error("no place");
  return place;
}

interface Tapped {
  customerId?: string;
  verdict: CheckInView["verdict"];
  review?: ReviewState;
}
/** What the button promises where this was tapped today. */
function promised(place: Place, ofDay: Tapped[] = [], hasPhoto = false) {
  const items = ofDay.map(({ customerId = "c-haiyue", verdict, review }, at) => ({
    ...{ checkInId: `k${at}`, checkedInAt: `2026-03-26T01:0${at}:00.000Z` },
    ...{ customerId, verdict },
    review: review ? { state: review } : null,
  }));
  // Only what the hook reads of an answer.
  jest.mocked(useCheckIns).mockReturnValue({ data: { items } } as unknown as ReturnType<typeof useCheckIns>);
  return renderHook(() => useTapBrings(place, hasPhoto)).result.current;
}

describe("The button of 打卡 says what the tap will bring", () => {
  it.each([
    ["inside the radius", 86, "inside"],
    ["just beyond it", 215, "doubtful"],
    ["far away", 2_400, "outside"],
    ["without a position", null, "unverified"],
  ] as const)("%s", (_, northM, brings) => {
    expect(promised(placeFrom(northM))).toBe(brings);
  });

  it.each([
    ["in doubt, with a photo where there is no pin", { latDeg: null, lngDeg: null }, 18, "doubtful"],
    ["not yet, with a photo from a blurred position", { latDeg: null, lngDeg: null }, 51, "unverified"],
    ["nothing more for a photo where there is a pin", pin, 18, "inside"],
  ] as const)("that it counts %s", (_, at, accuracyM, brings) => {
    const [place] = placesOf([{ ...client, sites: [{ ...client.sites[0]!, ...at }] }], {
      ...pin,
      accuracyM,
      kind: "live",
    });
    expect(promised(place!, [], true)).toBe(brings);
  });

  it.each<[string, Tapped[], string]>([
    ["that the day has counted this client", [{ verdict: "inside" }], "repeated"],
    ["that it makes good one in doubt", [{ verdict: "doubtful" }], "mends"],
    [
      "that it makes good one in doubt, though that has made good another",
      [
        { verdict: "unverified", review: "mended" },
        { verdict: "doubtful", review: "open" },
      ],
      "mends",
    ],
    [
      "that one in doubt counts, where the leader has accepted it",
      [{ verdict: "doubtful", review: "accepted" }],
      "repeated",
    ],
    [
      "that it counts, where the leader has rejected the one before",
      [{ verdict: "doubtful", review: "rejected" }],
      "inside",
    ],
    ["that it counts, where one was far away before", [{ verdict: "outside" }], "inside"],
    ["that it counts, whatever was tapped at other clients", [{ customerId: "c-other", verdict: "inside" }], "inside"],
  ])("%s", (_, ofDay, brings) => {
    expect(promised(placeFrom(0), ofDay)).toBe(brings);
  });

  it("and a second one in doubt is no mend of the first", () => {
    expect(promised(placeFrom(215), [{ verdict: "doubtful" }])).toBe("repeated");
  });

  it.each(["zh-CN", "en"] as const)("in words of its own for each, in %s", (language) => {
    const { field } = allTexts[language];
    const words = [field.checkInAt, ...Object.values(field.tapBrings)].map((say) => say({ name: "海岳机械" }));
    expect(words.filter((said) => !said.includes("海岳机械"))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });
});
