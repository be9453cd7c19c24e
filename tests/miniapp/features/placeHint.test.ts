import { placeHint } from "@/features/checkIns/placeHint";
import { zhFormats as f } from "@/texts/formats";
import { allTexts } from "../../support/allTexts";

const t = allTexts["zh-CN"];

describe("what is said of a place before one checks in there", () => {
  it.each([
    ["that has no pin", { preview: "unverified", distanceM: null }, 20, "这里还没有定位点"],
    [
      "whose pin a vague position cannot be compared with",
      { preview: "unverified", distanceM: 334 },
      900,
      "误差 900 米，没法核对",
    ],
    [
      "whose pin a position without accuracy cannot be compared with",
      { preview: "unverified", distanceM: 334 },
      null,
      "误差未知",
    ],
    ["that is far", { preview: "outside", distanceM: 900 }, 20, "不算有效拜访"],
    ["that is just out of range", { preview: "doubtful", distanceM: 230 }, 40, "范围 200 米、误差 40 米"],
    ["in a poor position", { preview: "doubtful", distanceM: 100 }, 150, "超过 100 米"],
  ] as const)("%s", (_, place, accuracyM, says) => {
    expect(placeHint({ radiusM: 200, ...place }, accuracyM, t, f)).toContain(says);
  });

  it("is nothing where one is in range", () => {
    expect(placeHint({ radiusM: 200, preview: "inside", distanceM: 10 }, 20, t, f)).toBeNull();
  });
});
