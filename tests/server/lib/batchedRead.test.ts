import { BatchedRead } from "../../../server/lib/batchedRead";

interface Read {
  keys: string[];
  answer: (found?: Record<string, string>) => void;
  fail: (error: Error) => void;
}

let reads: Read[];
const batched = (keysMax?: number) =>
  new BatchedRead<string>(
    (keys) =>
      new Promise((resolve, reject) => {
        const said = Object.fromEntries(keys.map((key) => [key, `${key} of ${reads.length}`]));
        reads.push({ keys, answer: (found = said) => resolve(new Map(Object.entries(found))), fail: reject });
      }),
    keysMax,
  );
const settled = () => new Promise(setImmediate);
const keysRead = () => reads.map(({ keys }) => keys);

beforeEach(() => {
  reads = [];
});

describe("a batched read", () => {
  it("reads together what is asked for in the same breath, each key once", async () => {
    const names = batched();
    const answers = Promise.all([names.get("a"), names.get("b"), names.get("a")]);
    await settled();
    expect(keysRead()).toEqual([["a", "b"]]);
    reads[0]?.answer();
    expect(await answers).toEqual(["a of 0", "b of 0", "a of 0"]);
  });

  it("answers from a read that began after the question", async () => {
    const names = batched();
    const before = names.get("a");
    await settled();
    const during = names.get("a");
    await settled();
    expect(keysRead()).toEqual([["a"]]);
    reads[0]?.answer();
    await settled();
    reads[1]?.answer();
    expect([await before, await during]).toEqual(["a of 0", "a of 1"]);
  });

  it("reads all of them in the end, no more than so many at a time", async () => {
    const names = batched(2);
    const answers = Promise.all(["a", "b", "c"].map((key) => names.get(key)));
    await settled();
    reads[0]?.answer();
    await settled();
    reads[1]?.answer();
    expect(await answers).toEqual(["a of 0", "b of 0", "c of 1"]);
    expect(keysRead()).toEqual([["a", "b"], ["c"]]);
  });

  it("says undefined of what is not there", async () => {
    const names = batched();
    const answer = names.get("a");
    await settled();
    reads[0]?.answer({});
    expect(await answer).toBeUndefined();
  });

  it("reads for those who come after a read that is never answered", async () => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
    try {
      const names = batched();
      const lost = names.get("a");
      lost.catch(() => undefined);
      await settled();
      const next = names.get("a");
      jest.advanceTimersByTime(20_000);
      await expect(lost).rejects.toThrow("has not answered within 20 s");
      await settled();
      reads[1]?.answer();
      expect(await next).toBe("a of 1");
    } finally {
      jest.useRealTimers();
    }
  });

  it("fails for those alone who asked", async () => {
    const names = batched();
    const failing = names.get("a");
    await settled();
    const next = names.get("a");
    reads[0]?.fail(new Error("away"));
    await expect(failing).rejects.toThrow("away");
    await settled();
    reads[1]?.answer();
    expect(await next).toBe("a of 1");
  });
});
