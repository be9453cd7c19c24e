import { exactOfInt } from "@shared/domain/pay/numbers/number";
import { layersOf, type LayerResult } from "@shared/domain/pay/facts/layers";
import fc from "fast-check";
import { times } from "../support/runs";

const shares = ["0.2", "0.6", "0.2"];
const results = (...values: (number | null)[]): LayerResult[] =>
  values.map((value, at) => ({ memberId: `m${at}`, value: value === null ? null : exactOfInt(value) }));
const layers = (list: LayerResult[], of = shares) => {
  const found = layersOf(list, of);
  return list.map(({ memberId }) => found.get(memberId));
};

describe("layers of 20/60/20", () => {
  it("of ten people are two, six and two", () => {
    expect(layers(results(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 3, 3]);
  });

  it("of seven people are two, four and one", () => {
    expect(layers(results(7, 6, 5, 4, 3, 2, 1))).toEqual([1, 1, 2, 2, 2, 2, 3]);
  });

  it("put equal results into the higher layer", () => {
    expect(layers(results(10, 9, 9, 7, 6, 5, 4, 3, 3, 1))).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 3]);
  });

  it("put who has no result into the middle, where they take places", () => {
    expect(layers(results(10, null, 8, null, 6, 5, 4, 3, 2, 1))).toEqual([1, 2, 1, 2, 2, 2, 2, 2, 3, 3]);
    expect(layers(results(null, null))).toEqual([2, 2]);
  });

  it("of one person are the top", () => {
    expect(layers(results(0), ["0.5", "0.5"])).toEqual([1]);
  });
});

describe("whoever has done more", () => {
  it("is never in a lower layer, in whatever order people are listed", () => {
    const list = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), { minLength: 1, maxLength: 30 });
    const of = fc.constantFrom(shares, ["0.5", "0.5"], ["0.1", "0.2", "0.3", "0.4"]);
    fc.assert(
      fc.property(list, of, (values, parts) => {
        const people = results(...values);
        const found = layersOf(people, parts);
        expect(layersOf([...people].reverse(), parts)).toEqual(new Map([...found].reverse()));
        const layerOf = (at: number) => found.get(`m${at}`) ?? 0;
        values.forEach((value, a) =>
          values.forEach((other, b) => {
            if (value === null || other === null) return;
            if (value === other) expect(layerOf(a)).toBe(layerOf(b));
            if (value > other) expect(layerOf(a)).toBeLessThanOrEqual(layerOf(b));
          }),
        );
        for (const layer of found.values()) expect(layer >= 1 && layer <= parts.length).toBe(true);
      }),
      times(300, 2_000),
    );
  });
});
