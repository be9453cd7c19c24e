import { decidedBy, deciderName } from "../../../shared/domain/deciderName";

it("names who decides by an own right alone", () => {
  expect(deciderName({ name: "陈浩", insteadOfNames: [] }, "zh-CN")).toBe("陈浩");
});

it("names in whose place a deputy decides", () => {
  expect(deciderName({ name: "陈浩", insteadOfNames: ["赵静"] }, "zh-CN")).toBe("陈浩（代赵静）");
});

it("names each in whose place a deputy decides, in the reader's language", () => {
  expect(deciderName({ name: "陈浩", insteadOfNames: ["赵静", "林静"] }, "en")).toBe("陈浩 (for 赵静, 林静)");
});

it("names of a decision of before, which says nobody's place, who has decided", () => {
  expect(decidedBy({ byName: "陈浩" }, "zh-CN")).toBe("陈浩");
});
