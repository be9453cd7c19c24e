import { ShortCache } from "../../../server/lib/shortCache";

let nowMs: number;
let asked: string[];
type Parts = ConstructorParameters<typeof ShortCache<string>>[0];
const cacheOf = (more: Partial<Parts> = {}) =>
  new ShortCache<string>({ realNow: () => new Date(nowMs), keptMs: 5_000, entriesMax: 3, ...more });
const lookUp = (key: string) => async () => {
  asked.push(key);
  return `${key}${asked.length}`;
};

beforeEach(() => {
  nowMs = 0;
  asked = [];
});

describe("a short cache", () => {
  it("asks once for all who come within its time", async () => {
    const cache = cacheOf();
    expect(await Promise.all([cache.get("a", lookUp("a")), cache.get("a", lookUp("a"))])).toEqual(["a1", "a1"]);
    nowMs = 4_999;
    expect(await cache.get("a", lookUp("a"))).toBe("a1");
    nowMs = 5_000;
    expect(await cache.get("a", lookUp("a"))).toBe("a2");
  });

  it("keeps neither what failed nor what is not worth keeping", async () => {
    const cache = cacheOf({ isWorthKeeping: (value) => value !== "a1" });
    await expect(cache.get("b", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
    expect(await cache.get("a", lookUp("a"))).toBe("a1");
    expect(await cache.get("a", lookUp("a"))).toBe("a2");
    expect(await cache.get("b", lookUp("b"))).toBe("b3");
  });

  it("lets go of the oldest when it is full", async () => {
    const cache = cacheOf();
    for (const key of ["a", "b", "c", "d"]) await cache.get(key, lookUp(key));
    await cache.get("b", lookUp("b"));
    await cache.get("a", lookUp("a"));
    expect(asked).toEqual(["a", "b", "c", "d", "a"]);
  });

  it("lets go of the oldest when what it holds weighs too much", async () => {
    const cache = cacheOf({ entriesMax: 100, weightOf: (value) => (value.startsWith("a") ? 10 : 4), weightMax: 10 });
    for (const key of ["a", "b", "c", "d"]) await cache.get(key, lookUp(key));
    for (const key of ["b", "c", "d"]) await cache.get(key, lookUp(key));
    expect(asked).toEqual(["a", "b", "c", "d"]);
    await cache.get("a", lookUp("a"));
    await cache.get("e", lookUp("e"));
    await cache.get("d", lookUp("d"));
    expect(asked.slice(4)).toEqual(["a", "e", "d"]);
  });

  it("looks up anew what it was told to forget, also while the old look-up is under way", async () => {
    const cache = cacheOf();
    let answerLate: (value: string) => void = () => undefined;
    const late = cache.get("a", () => new Promise((resolve) => (answerLate = resolve)));
    cache.forget("a");
    expect(await cache.get("a", lookUp("a"))).toBe("a1");
    answerLate("old");
    expect(await late).toBe("old");
    expect(await cache.get("a", lookUp("a"))).toBe("a1");
  });
});
