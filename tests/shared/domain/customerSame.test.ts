import {
  isSameName,
  isSamePlace,
  nameAlikeness,
  placeKeysNear,
  placeKeysOf,
  samePlaceM,
} from "@shared/domain/customerSame";
import { distanceM } from "@shared/domain/geo";

const named = (name: string, shortName = name) => ({ name, shortName });

it.each([
  ["海岳机械有限公司", "海岳机械股份有限公司", true],
  ["海岳机械有限", "海岳机械", true],
  ["海岳机械（中国）有限公司", "海岳机械股份", true],
  ["海岳机械有限公司广州分公司", "海岳机械广州分公司", true],
  ["海岳机械有限公司广州分公司", "海岳机械有限公司上海分公司", false],
  ["海岳机械有限公司广州分公司", "海岳机械有限公司", false],
  ["海岳集团有限公司", "海岳有限公司", false],
])("%s and %s are one name: %s", (a, b, isOne) => {
  expect(isSameName(named(a), named(b))).toBe(isOne);
});

it.each([
  ["海岳机械有限公司", "海岳机械有限公司", "name"],
  ["海岳机械（中国）有限公司", "海岳机械(中国)有限公司", "name"],
  ["海岳机械有限责任公司", "海岳机械有限公司", "nameAlike"],
  ["海岳机械", "海岳机械有限公司", "nameAlike"],
  ["海岳集团有限公司", "海岳有限公司", null],
] as const)("%s and %s are told as %s", (a, b, alikeness) => {
  expect(nameAlikeness(named(a), named(b))).toBe(alikeness);
});

/** From 海南 to 黑龙江. */
const cities = [
  [18.25, 109.5],
  [23.1291, 113.2644],
  [31.2304, 121.4737],
  [39.9042, 116.4074],
  [53.48, 122.37],
] as const;

it.each(cities)("every pin within 100 m of %d, %d has a key by which the index is asked", (latDeg, lngDeg) => {
  const point = { latDeg, lngDeg };
  const perLat = distanceM(point, { latDeg: latDeg + 0.01, lngDeg }) * 100;
  const perLng = distanceM(point, { latDeg, lngDeg: lngDeg + 0.01 }) * 100;
  for (let degrees = 0; degrees < 360; degrees += 5) {
    const [north, east] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    const there = (meters: number) => ({
      latDeg: latDeg + (north * meters) / perLat,
      lngDeg: lngDeg + (east * meters) / perLng,
    });
    const [near, far] = [there(samePlaceM - 0.5), there(samePlaceM + 0.5)];
    expect([isSamePlace(point, near), isSamePlace(point, far)]).toEqual([true, false]);
    expect(placeKeysNear(point)).toEqual(expect.arrayContaining(placeKeysOf([near])));
  }
});
