import { judgeLead, leadDefinitions } from "@shared/domain/leadValidity";

const lead = (followUpsCount: number, isFormFilled = true, isNeedClear = true) => ({
  ...{ isFormFilled, isNeedClear, followUpsCount },
});

describe("a lead by the first definition", () => {
  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])("with %d follow-ups is valid: %s", (count, isValid) => {
    expect(judgeLead(lead(count, false, false), leadDefinitions.v1)).toEqual({
      isValid,
      missing: isValid ? [] : ["followUps"],
    });
  });
});

describe("a lead by the second definition", () => {
  it.each([
    [true, true, []],
    [true, false, ["need"]],
    [false, true, ["form"]],
    [false, false, ["form", "need"]],
  ])(
    "with a form (%s) and a need that is clear (%s) lacks %j, however often it was followed up",
    (form, need, missing) => {
      expect(judgeLead(lead(0, form, need), leadDefinitions.v2).missing).toEqual(missing);
      expect(judgeLead(lead(9, form, need), leadDefinitions.v2).isValid).toBe(missing.length === 0);
    },
  );
});

it("is not valid where it was entered before there was any definition", () => {
  expect(judgeLead(lead(9), null)).toEqual({ isValid: false, missing: [] });
});
