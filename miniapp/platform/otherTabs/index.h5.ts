/** Hears of what another tab of this browser writes to the storage, by its name; null: it has emptied it. */
export function onStoredElsewhere(told: (name: string | null) => void): void {
  window.addEventListener("storage", ({ key, storageArea }) => {
    if (storageArea === window.localStorage) told(key);
  });
}

/** Runs something in its turn, while no other tab of this browser runs what has the same name. */
export async function aloneOfTabs(name: string, run: () => Promise<void>): Promise<void> {
  // Browsers have locks on https and on the machine itself, and not all of them.
  const { locks } = navigator as Partial<Pick<Navigator, "locks">>;
  if (!locks) return byLease(name, run);
  let hasBegun = false;
  try {
    await locks.request(`xiaoli:${name}`, async () => {
      hasBegun = true;
      await run();
    });
  } catch (error) {
    if (hasBegun) throw error;
    await byLease(name, run);
  }
}

/** So long a tab that has died is waited for. One that lives says so more often. */
const leaseMs = 20_000;
const renewMs = 5_000;
const lookAgainMs = 250;
/** Until then what two tabs have written at once is the same for both. */
const settleMs = 40;

const tab = Math.random().toString(36).slice(2);

interface Lease {
  tab: string;
  untilMs: number;
}

async function byLease(name: string, run: () => Promise<void>): Promise<void> {
  const key = `lease:${name}`;
  while (!(await mayTake(key))) await pause(lookAgainMs);
  const renewal = setInterval(() => write(key), renewMs);
  try {
    await run();
  } finally {
    clearInterval(renewal);
    if (read(key)?.tab === tab) giveBack(key);
  }
}

async function mayTake(key: string): Promise<boolean> {
  const lease = read(key);
  const leftMs = (lease?.untilMs ?? 0) - Date.now();
  // A date that was set back makes no lease longer.
  if (lease && lease.tab !== tab && leftMs > 0 && leftMs <= leaseMs) return false;
  // Where nothing can be kept, no other tab has anything to send either.
  if (!write(key)) return true;
  await pause(settleMs);
  return read(key)?.tab === tab;
}

function read(key: string): Lease | null {
  try {
    const lease: unknown = JSON.parse(window.localStorage.getItem(key) ?? "null");
    return typeof lease === "object" && lease !== null && "untilMs" in lease ? (lease as Lease) : null;
  } catch {
    return null;
  }
}

function write(key: string): boolean {
  try {
    window.localStorage.setItem(key, JSON.stringify({ tab, untilMs: Date.now() + leaseMs } satisfies Lease));
    return true;
  } catch {
    return false;
  }
}

function giveBack(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // It ends by itself.
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
