import { distanceM, fromWgs84 } from "@shared/domain/geo";

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

it("moves a browser's position to where Chinese maps show it, some 500 meters away", () => {
  const gps = { latDeg: 23.1291, lngDeg: 113.2644 };
  const shiftM = distanceM(gps, fromWgs84(gps.latDeg, gps.lngDeg));
  expect(shiftM).toBeGreaterThan(300);
  expect(shiftM).toBeLessThan(800);
});

it("leaves a position outside China where it is", () => {
  expect(fromWgs84(48.8566, 2.3522)).toEqual({ latDeg: 48.8566, lngDeg: 2.3522 });
});
