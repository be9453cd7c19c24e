import { Faults } from "./faults";
import { Journal } from "./journal";
import { Counts, hourMs, minuteMs, Quota, type Limits } from "./limits";
import { LoginCodes } from "./loginCodes";
import { Mailbox } from "./mailbox";
import type { StateFile } from "./stateFile";
import { AccessTokens } from "./tokens";
import type { World } from "./world";

/** How much of each limit is used up. */
export interface UsageCounts {
  memberMinute: Counts;
  memberHour: Counts;
  robotMinute: Counts;
  apiMinute: Quota;
  apiHour: Quota;
  /** Recipients by app and day. */
  recipientsOfDay: Map<string, number>;
  clear(): void;
}

/** Everything a running simulator knows. */
export interface SimulatorState {
  world: World;
  limits: Limits;
  tokens: AccessTokens;
  codes: LoginCodes;
  mailbox: Mailbox;
  faults: Faults;
  journal: Journal;
  /** What WeCom swallowed without a word. */
  dropped: { userid: string; msgtype: string; at: string }[];
  counts: UsageCounts;
  /** Real time: limits, tokens and codes live in it. */
  realNow(): Date;
  /** The product's time, which the phones show. */
  businessNow(): Date;
}

export function createState(given: {
  world: World;
  limits: Limits;
  stateFile: StateFile | null;
  realNow: () => Date;
  businessNow: () => Date;
}): SimulatorState {
  const { world, limits, stateFile, realNow, businessNow } = given;
  return {
    world,
    limits,
    tokens: new AccessTokens(world, limits),
    codes: new LoginCodes(limits),
    mailbox: new Mailbox(stateFile),
    faults: new Faults(),
    journal: new Journal(),
    dropped: [],
    counts: createCounts(limits),
    realNow,
    businessNow,
  };
}

function createCounts(limits: Limits): UsageCounts {
  const counters = {
    memberMinute: new Counts(minuteMs),
    memberHour: new Counts(hourMs),
    robotMinute: new Counts(minuteMs, limits.robotWindow),
    apiMinute: new Quota(minuteMs),
    apiHour: new Quota(hourMs),
    recipientsOfDay: new Map<string, number>(),
  };
  return {
    ...counters,
    clear() {
      for (const counter of Object.values(counters)) counter.clear();
    },
  };
}
