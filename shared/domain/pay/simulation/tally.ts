import { type Fen, sumFen } from "../../money";
import { addBands, bandsOf, type Fairness, fairnessOf, type PayBand } from "./fairness";
import { addSignals, type FairnessKind, fairnessKindsIn, type FairnessSignals, noSignals } from "./signals";
import {
  type ComponentResult,
  type Cost,
  costOf,
  type GroupResult,
  type MemberResult,
  type NearCliff,
  type Simulation,
} from "./simulate";

/** What simulations of some members after others come to: plain JSON, a few numbers for each member, so that any number of them fits. */
export interface SimulationTally {
  monthCount: number;
  /** Amounts without value, plans that are missing, and the like: what is not in the sums. */
  exceptions: number;
  members: MemberResult[];
  groups: GroupResult[];
  components: ComponentResult[];
  nearCliffCount: number;
  /** Those by which most would be gained. */
  nearCliffs: NearCliff[];
  bands: PayBand[];
  signals: FairnessSignals;
}

/** So many are named of each list. */
export const shownMax = 20;

export const emptyTally: SimulationTally = {
  ...{ monthCount: 0, exceptions: 0, members: [], groups: [], components: [] },
  ...{ nearCliffCount: 0, nearCliffs: [], bands: [], signals: noSignals },
};

/** With some more members, each with all their months. */
export function addSimulation(tally: SimulationTally, more: Simulation): SimulationTally {
  const cliffs = [...tally.nearCliffs, ...more.nearCliffs].sort((a, b) => b.gainFen - a.gainFen);
  return {
    monthCount: tally.monthCount + more.monthCount,
    exceptions: more.months.reduce((sum, { exceptions }) => sum + exceptions.after, tally.exceptions),
    members: [...tally.members, ...more.members],
    groups: summed([...tally.groups, ...more.groups], ({ group }) => group),
    components: summed([...tally.components, ...more.components], ({ code }) => code),
    nearCliffCount: tally.nearCliffCount + more.nearCliffs.length,
    nearCliffs: cliffs.slice(0, shownMax),
    bands: banded([...tally.bands, ...bandsOf(more.months)]),
    signals: addSignals(tally.signals, more.signals),
  };
}

export interface SimulationSummary {
  memberCount: number;
  monthCount: number;
  exceptions: number;
  salesFen: Fen;
  before: Cost;
  after: Cost;
  winners: number;
  losers: number;
  same: number;
  /** Who gains, and who loses, most first. */
  gains: MemberResult[];
  losses: MemberResult[];
  groups: GroupResult[];
  components: ComponentResult[];
  nearCliffCount: number;
  nearCliffs: NearCliff[];
  fairness: Fairness;
  signals: FairnessSignals;
  kinds: FairnessKind[];
}

export function summaryOf(tally: SimulationTally): SimulationSummary {
  const { members, monthCount, exceptions, groups, components, nearCliffCount, nearCliffs, bands, signals } = tally;
  const salesFen = sumFen(members.map((member) => member.salesFen));
  const byDifference = [...members].sort(
    (a, b) => b.differenceFen - a.differenceFen || (a.memberId < b.memberId ? -1 : 1),
  );
  const winners = byDifference.filter(({ differenceFen }) => differenceFen > 0);
  const losers = byDifference.filter(({ differenceFen }) => differenceFen < 0).reverse();
  const paid = (side: "beforeFen" | "afterFen") => members.map((member) => member[side]);
  return {
    ...{ memberCount: members.length, monthCount, exceptions, salesFen },
    ...{ before: costOf(paid("beforeFen"), salesFen), after: costOf(paid("afterFen"), salesFen) },
    ...{ winners: winners.length, losers: losers.length, same: members.length - winners.length - losers.length },
    ...{ gains: winners.slice(0, shownMax), losses: losers.slice(0, shownMax) },
    ...{ groups, components, nearCliffCount, nearCliffs },
    ...{ fairness: fairnessOf(bands), signals, kinds: fairnessKindsIn(signals) },
  };
}

type Sums = { beforeFen: Fen; afterFen: Fen; salesFen?: Fen };

function summed<One extends Sums>(list: readonly One[], keyOf: (one: One) => string): One[] {
  const found = new Map<string, One>();
  for (const one of list) {
    const known = found.get(keyOf(one));
    found.set(keyOf(one), known ? added(known, one) : one);
  }
  return [...found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

const added = <One extends Sums>(a: One, b: One): One => ({
  ...a,
  beforeFen: sumFen([a.beforeFen, b.beforeFen]),
  afterFen: sumFen([a.afterFen, b.afterFen]),
  ...(a.salesFen !== undefined && { salesFen: sumFen([a.salesFen, b.salesFen ?? 0]) }),
});

function banded(bands: readonly PayBand[]): PayBand[] {
  const found = new Map<string, PayBand>();
  for (const one of bands) {
    const key = `${one.band}\n${one.group}`;
    found.set(key, addBands(found.get(key), one));
  }
  return [...found.values()];
}
