import type { Fen } from "../../../money";

export type Named = { name: string; nameEn?: string | undefined };

/** One month, or one order, and what a plan pays for it: `given` as an example writes it, so that anybody can compute it again. */
export interface Probe {
  given: Record<string, string>;
  paysFen: Fen;
  /** The amount has no value, so that nothing is paid and the month does not close by itself. */
  isUndefined?: true;
}

/** What shows a finding: the parts named pay so much where it is so, and so much where it is otherwise. Several probes are added up. */
export interface Witness {
  /** Codes of the components that are added up. */
  components: string[];
  before: Probe[];
  after: Probe[];
}

export const findingCodes = [
  "cliff",
  "retroactiveTier",
  "zeroFactor",
  "fallingPay",
  "quadratic",
  "noCap",
  "capNeverMet",
  "capAlwaysMet",
  "neverPays",
  "mayDivideByZero",
  "undefinedPays",
  "basisNobodyHas",
  "splittingPays",
  "mergingPays",
  "holdingPays",
  "doubleCounting",
  "stackingMissing",
  "unreachableTier",
  "unusedTable",
  "indicatorCount",
  "noTargetInScore",
  "neverReleased",
  "dueBeforeClose",
  "redPacketLimit",
  "needNotMet",
  "midPeriodChange",
  "refundNotCovered",
  "forfeitsOnLeave",
  "payoutExceedsMargin",
  "edgeUnclear",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Those that a plan is asked about: what they find is hardly ever meant. */
export type AskedCode =
  | "fallingPay"
  | "quadratic"
  | "neverPays"
  | "mayDivideByZero"
  | "basisNobodyHas"
  | "unreachableTier"
  | "needNotMet"
  | "refundNotCovered"
  | "payoutExceedsMargin";

/** What speaks against a plan that could be published: warns is asked about with a reason, informs is told. What blocks is a `PlanFault`. */
export interface Finding {
  code: FindingCode;
  severity: "warns" | "informs";
  path: string;
  of: Named;
  /** null where it is read off the plan as it is written. */
  witness: Witness | null;
  /** A number that the sentence names: the row (from 1), how many probes, how many indicators, what was needed. */
  number?: number;
}

/** A finding that somebody has to give a reason for. */
export type AskedFinding = Finding & { severity: "warns"; code: AskedCode };

const asked: Readonly<Record<AskedCode, true>> = {
  fallingPay: true,
  quadratic: true,
  neverPays: true,
  mayDivideByZero: true,
  basisNobodyHas: true,
  unreachableTier: true,
  needNotMet: true,
  refundNotCovered: true,
  payoutExceedsMargin: true,
};

export const isAsked = (finding: Finding): finding is AskedFinding =>
  finding.severity === "warns" && finding.code in asked;

export interface FindingPlace {
  path: string;
  of: Named;
}

export const namesOf = ({ name, nameEn }: Named): Named => ({ name, ...(nameEn !== undefined && { nameEn }) });
