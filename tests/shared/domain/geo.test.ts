import { fromWgs84 } from "@shared/domain/datum";
import { directionTo, distanceM, offsetM } from "@shared/domain/geo";

describe("distance between two places", () => {
  // WGS-84 geodesics in meters.
  it.each([
    ["Guangzhou to Shenzhen", 23.1291, 113.2644, 22.5431, 114.0579, 104_140],
    ["Beijing to Shanghai", 39.9042, 116.4074, 31.2304, 121.4737, 1_065_846],
    ["Harbin, 1 km north", 45.8, 126.53, 45.809, 126.53, 1_000.3],
    ["Sanya, 1 km east", 18.25, 109.5, 18.25, 109.50946, 1_000.4],
  ])("%s agrees with the geodesic within 0.3 %%", (_name, latA, lngA, latB, lngB, geodesicM) => {
    const found = distanceM({ latDeg: latA, lngDeg: lngA }, { latDeg: latB, lngDeg: lngB });
    expect(Math.abs(found - geodesicM) / geodesicM).toBeLessThan(0.003);
  });

  it("is zero at the same place and the same both ways", () => {
    const a = { latDeg: 23.1291, lngDeg: 113.2644 };
    const b = { latDeg: 23.13, lngDeg: 113.27 };
    expect(distanceM(a, a)).toBe(0);
    expect(distanceM(a, b)).toBe(distanceM(b, a));
  });
});

describe("where one place lies from another", () => {
  const here = { latDeg: 23.1064, lngDeg: 113.3247 };
  it.each([
    ["n", 0.01, 0],
    ["ne", 0.01, 0.011],
    ["e", 0.0001, 0.01],
    ["se", -0.01, 0.011],
    ["s", -0.01, 0],
    ["sw", -0.01, -0.011],
    ["w", 0, -0.01],
    ["nw", 0.01, -0.011],
    [null, 0, 0],
  ] as const)("is told by eight directions: %s", (direction, latDeg, lngDeg) => {
    expect(directionTo(here, { latDeg: here.latDeg + latDeg, lngDeg: here.lngDeg + lngDeg })).toBe(direction);
  });

  it("is as far in both directions together as the two are apart", () => {
    const there = { latDeg: 23.112, lngDeg: 113.331 };
    const { eastM, northM } = offsetM(here, there);
    expect(Math.hypot(eastM, northM)).toBeCloseTo(distanceM(here, there), 1);
  });
});

// What two other implementations (coordtransform 2.1.2, eviltransform 0.2.2) say of the same places, in degrees.
describe("a browser's position is where Chinese maps show it", () => {
  it.each([
    ["Beijing", 39.9042, 116.4074, 39.905603, 116.413642],
    ["Shanghai", 31.2304, 121.4737, 31.228458, 121.478223],
    ["Guangzhou", 23.1291, 113.2644, 23.126423, 113.26973],
    ["Shenzhen", 22.5431, 114.0579, 22.540383, 114.063014],
    ["Chengdu", 30.5728, 104.0668, 30.570346, 104.069305],
    ["Harbin", 45.8038, 126.535, 45.805782, 126.54104],
    ["Urumqi", 43.8256, 87.6168, 43.826805, 87.61965],
    ["Lhasa", 29.652, 91.1721, 29.64921, 91.173567],
    ["Kunming", 25.0389, 102.7183, 25.035935, 102.719752],
    ["Sanya", 18.2528, 109.5119, 18.251095, 109.515984],
  ])("in %s, to a meter", (_city, latDeg, lngDeg, mapLatDeg, mapLngDeg) => {
    expect(distanceM(fromWgs84(latDeg, lngDeg), { latDeg: mapLatDeg, lngDeg: mapLngDeg })).toBeLessThan(1);
  });

  it("hundreds of meters from where the browser says: nobody would be at the client without it", () => {
    const gps = { latDeg: 23.1291, lngDeg: 113.2644 };
    expect(Math.round(distanceM(gps, fromWgs84(gps.latDeg, gps.lngDeg)) / 100)).toBe(6);
  });
});

it("leaves a position outside China where it is", () => {
  expect(fromWgs84(48.8566, 2.3522)).toEqual({ latDeg: 48.8566, lngDeg: 2.3522 });
});
