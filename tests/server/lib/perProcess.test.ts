import { perProcess, ProcessCaches } from "../../../server/lib/perProcess";

describe("what a process keeps", () => {
  const realNow = () => new Date(0);
  const counterOf = perProcess((_parts: { realNow: () => Date; caches: ProcessCaches }) => ({ count: 0 }));
  const otherOf = perProcess((_parts: { caches: ProcessCaches }) => ({ count: 0 }));

  it("is shared by its parts, also where some of them are picked or their clock is wrapped", () => {
    const caches = new ProcessCaches();
    counterOf({ realNow, caches }).count += 1;
    expect(counterOf({ realNow: () => realNow(), caches }).count).toBe(1);
    expect(otherOf({ caches }).count).toBe(0);
  });

  it("is not shared with another set of parts, also where both read the same clock", () => {
    counterOf({ realNow, caches: new ProcessCaches() }).count += 1;
    expect(counterOf({ realNow, caches: new ProcessCaches() }).count).toBe(0);
  });
});
