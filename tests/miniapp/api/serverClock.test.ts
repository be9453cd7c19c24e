const mockStorage = new Map<string, unknown>();

// Of its own: what the phone keeps outlives the program, and with it the modules.
jest.mock("@tarojs/taro", () => ({
  __esModule: true,
  default: {
    getStorageSync: (name: string) => mockStorage.get(name) ?? "",
    setStorageSync: (name: string, value: unknown) => void mockStorage.set(name, value),
  },
}));

/*
 * A phone's two clocks: the date, which anybody can set and which goes on while the phone sleeps or is off, and the counter,
 * which nobody can set and which does neither.
 */
let dateMs: number;
let counterMs: number;

const hour = 3_600_000;

beforeEach(() => {
  mockStorage.clear();
  dateMs = Date.parse("2026-03-26T10:00:00+08:00");
  counterMs = 1_000;
  jest.spyOn(Date, "now").mockImplementation(() => dateMs);
  jest.spyOn(performance, "now").mockImplementation(() => counterMs);
});
afterEach(() => jest.restoreAllMocks());

/** The program as it is after a start: nothing in memory, the storage as it was. */
async function started() {
  jest.resetModules();
  return import("@/api/serverClock");
}

/** A program that has just heard the server say that it is 23:50 on 30 March, by a phone whose date is far off that. */
async function anchored() {
  const clock = await started();
  clock.anchorTo("2026-03-30T15:50:00.000Z", { countedMs: counterMs, wallMs: dateMs });
  return clock;
}

const awakeFor = (ms: number) => {
  dateMs += ms;
  counterMs += ms;
};

const shown = ({ at, kind }: { at: Date; kind: string }) => `${at.toISOString().slice(0, 16)} ${kind}`;

describe("The phone's idea of the server's time", () => {
  it("counts on from the last answer while the phone is awake", async () => {
    const { reckonTime } = await anchored();
    awakeFor(hour);
    expect(shown(reckonTime())).toBe("2026-03-30T16:50 anchored");
  });

  it("is an estimate after the phone has slept", async () => {
    const { reckonTime } = await anchored();
    dateMs += 9 * hour;
    expect(shown(reckonTime())).toBe("2026-03-31T00:50 estimated");
  });

  it("goes on while the program is closed, by how far the phone's date was off", async () => {
    await anchored();
    dateMs += 9 * hour;
    counterMs = 0;
    const { reckonTime, knowsServerTime } = await started();
    expect(knowsServerTime()).toBe(true);
    expect(shown(reckonTime())).toBe("2026-03-31T00:50 estimated");
  });

  it("is uncertain where the phone's date is set back", async () => {
    const { reckonTime } = await anchored();
    awakeFor(hour);
    dateMs -= 48 * hour;
    expect(shown(reckonTime())).toBe("2026-03-30T16:50 uncertain");
    const { reckonTime: afterStart } = await started();
    expect(shown(afterStart())).toBe("2026-03-30T15:50 uncertain");
  });

  it("does not believe an answer that lay in a sleeping phone: it says what time it was when it was sent", async () => {
    const { reckonTime, anchorTo } = await anchored();
    const sentAt = { countedMs: counterMs, wallMs: dateMs };
    dateMs += 5 * hour;
    anchorTo("2026-03-30T15:50:01.000Z", sentAt);
    expect(shown(reckonTime())).toBe("2026-03-30T20:50 estimated");
  });

  it("is sure again at the next answer", async () => {
    const { reckonTime, anchorTo } = await anchored();
    dateMs += 9 * hour;
    anchorTo("2026-03-31T00:51:00.000Z", { countedMs: counterMs, wallMs: dateMs });
    expect(shown(reckonTime())).toBe("2026-03-31T00:51 anchored");
  });

  it("counts from when an answer came, also where that has waited for the program", async () => {
    const { reckonTime, anchorTo } = await started();
    const sentAt = { countedMs: counterMs, wallMs: dateMs };
    const receivedAt = { countedMs: counterMs + 2_000, wallMs: dateMs + 2_000 };
    dateMs += 60_000;
    counterMs += 60_000;
    anchorTo("2026-03-26T02:00:01.000Z", sentAt, receivedAt);
    // Half of two seconds on the way back, then 58 of waiting.
    expect(reckonTime()).toEqual({ at: new Date("2026-03-26T02:01:00.000Z"), kind: "anchored" });
  });

  it("is nothing to go by before the server was ever heard", async () => {
    const { knowsServerTime, anchorTo } = await started();
    expect(knowsServerTime()).toBe(false);
    anchorTo("not a time", { countedMs: 0, wallMs: 0 });
    expect(knowsServerTime()).toBe(false);
  });
});
