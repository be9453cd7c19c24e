import { aloneOfTabs, onStoredElsewhere } from "@/platform/otherTabs/index.h5";

/** The same program in another tab of the same browser. */
function anotherTab(): typeof aloneOfTabs {
  let tab = aloneOfTabs;
  jest.isolateModules(() => {
    tab = jest.requireActual<{ aloneOfTabs: typeof aloneOfTabs }>("@/platform/otherTabs/index.h5").aloneOfTabs;
  });
  return tab;
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date("2026-03-26T02:00:00Z") });
  window.localStorage.clear();
});
afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(navigator, "locks");
});

/** Runs for so long, and notes when it began and ended. */
const work = (name: string, ms: number, log: string[]) => async () => {
  log.push(`${name} begins`);
  await new Promise((resolve) => setTimeout(resolve, ms));
  log.push(`${name} ends`);
};

describe("tabs of a browser without locks", () => {
  it("take turns", async () => {
    const log: string[] = [];
    const other = anotherTab();
    const both = Promise.all([aloneOfTabs("queue", work("a", 3_000, log)), other("queue", work("b", 3_000, log))]);
    await jest.advanceTimersByTimeAsync(10_000);
    await both;
    expect([log.length, log[0]?.[0], log[2]?.[0]]).toEqual([4, log[1]?.[0], log[3]?.[0]]);
    expect(window.localStorage).toHaveLength(0);
  });

  it("wait for one that works for long, as long as it lives", async () => {
    const log: string[] = [];
    const other = anotherTab();
    const first = aloneOfTabs("queue", work("a", 60_000, log));
    await jest.advanceTimersByTimeAsync(100);
    const second = other("queue", work("b", 0, log));
    await jest.advanceTimersByTimeAsync(61_000);
    await Promise.all([first, second]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  it("go on after one that has died, also where the date was set back meanwhile", async () => {
    for (const untilMs of [Date.now() + 20_000, Date.now() + 86_400_000]) {
      window.localStorage.setItem("lease:queue", JSON.stringify({ tab: "dead", untilMs }));
      const log: string[] = [];
      const done = aloneOfTabs("queue", work("a", 0, log));
      await jest.advanceTimersByTimeAsync(21_000);
      await done;
      expect(log).toEqual(["a begins", "a ends"]);
    }
  });
});

it("takes the browser's own locks where it has some", async () => {
  const asked: string[] = [];
  const request = async (name: string, run: () => Promise<void>) => {
    asked.push(name);
    await run();
  };
  Object.defineProperty(navigator, "locks", { value: { request }, configurable: true });
  const log: string[] = [];
  const done = aloneOfTabs("queue", work("a", 0, log));
  await jest.advanceTimersByTimeAsync(1);
  await done;
  expect([asked, log]).toEqual([["xiaoli:queue"], ["a begins", "a ends"]]);
});

it("hears what another tab has written", () => {
  const heard: (string | null)[] = [];
  onStoredElsewhere((name) => heard.push(name));
  const tell = (key: string | null, storageArea: Storage) =>
    window.dispatchEvent(new StorageEvent("storage", { key, storageArea }));
  tell("q:0000000001:a", window.localStorage);
  tell("other", window.sessionStorage);
  tell(null, window.localStorage);
  expect(heard).toEqual(["q:0000000001:a", null]);
});
