import { type Comparable, pairIdOf, suspicion } from "@shared/domain/duplicates";

const client = (more: Partial<Comparable>): Comparable => ({
  ...{ customerId: "a", name: "海岳机械有限公司", shortName: "海岳机械", creditCode: null, phones: [], pins: [] },
  ...more,
});
const other = (more: Partial<Comparable> = {}) =>
  client({ customerId: "b", name: "新粤精工有限公司", shortName: "新粤精工", ...more });
const here = { latDeg: 23.1, lngDeg: 113.3 };

it.each([
  ["one name", {}, { name: "海岳机械 有限公司", shortName: "海岳" }, ["name"]],
  ["one name but for the legal form", {}, { name: "海岳机械股份有限公司", shortName: "海岳" }, ["nameAlike"]],
  ["one credit code", { creditCode: "X1" }, { creditCode: "X1" }, ["creditCode"]],
  ["somebody's number", { phones: ["p"] }, { phones: ["q", "p"] }, ["phone"]],
  ["one house alone", { pins: [here] }, { pins: [here] }, []],
  [
    "somebody's number and one house",
    { phones: ["p"], pins: [here] },
    { phones: ["p"], pins: [here] },
    ["phone", "place"],
  ],
  ["no credit code at all", {}, {}, []],
] as const)("two clients with %s", (_what, a: Partial<Comparable>, b: Partial<Comparable>, reasons) => {
  expect(suspicion(client(a), other(b))).toEqual(reasons);
});

it("a pair is the same whichever is named first", () => {
  expect(pairIdOf("b", "a")).toBe(pairIdOf("a", "b"));
});
