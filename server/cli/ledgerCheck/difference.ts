import { salesMeasure } from "../../features/targets";
import { amountText } from "@shared/domain/moneyText";

/** What is not as it should be. */
export interface Place {
  /** The account, journal, fact, credit, part of a statement or input. */
  at: string;
  expected: string;
  found: string;
}

/** Where the books do not say what they should. */
export interface Difference extends Place {
  /** Whose, and of which month; null where it cannot be told. */
  memberId: string | null;
  period: string | null;
}

/** Where a month stands otherwise than it would be priced now, and nothing is on its way that prices it again. */
export interface Behind extends Difference {
  /** Its pricing was tried and given up. */
  isGivenUp: boolean;
}

export interface Checked {
  /** The first thing that is wrong in itself. */
  difference: Difference | null;
  /** The first month that is behind. */
  behind: Behind | null;
}

export const moneyOf = (amountFen: number): string => amountText(amountFen);

export const nothing = "nothing";

/** The first place, in the order of the parts, in which two values differ; null where they say the same. */
export function firstDifference(expected: unknown, found: unknown, at = ""): Place | null {
  if (!isObject(expected) || !isObject(found))
    return Object.is(expected ?? null, found ?? null)
      ? null
      : { at, expected: shown(expected, at), found: shown(found, at) };
  const parts = [partsOf(expected), partsOf(found)] as const;
  for (const name of new Set([...parts[0].keys(), ...parts[1].keys()])) {
    const difference = firstDifference(parts[0].get(name), parts[1].get(name), at === "" ? name : `${at} › ${name}`);
    if (difference) return difference;
  }
  return null;
}

/** The first measure in which two sums differ; one that is missing is 0. */
export function sumDifference(
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): Place | null {
  for (const code of [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()) {
    const [is, was] = [expected[code] ?? 0, found[code] ?? 0];
    const text = (value: number) => (code === salesMeasure ? moneyOf(value) : String(value));
    if (is !== was) return { at: code, expected: text(is), found: text(was) };
  }
  return null;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** The parts of an object by name; those of a list by their id, where they have one, so that one too few is named itself. */
function partsOf(value: object): Map<string, unknown> {
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((part: unknown, index) => [nameOf(part) ?? String(index + 1), part]));
}

function nameOf(part: unknown): string | null {
  if (!isObject(part)) return null;
  const { id, factId } = part as { id?: unknown; factId?: unknown };
  return typeof id === "string" ? id : typeof factId === "string" ? factId : null;
}

function shown(value: unknown, at: string): string {
  if (value === undefined || value === null) return nothing;
  if (typeof value === "number" && /fen$/i.test(at)) return moneyOf(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}
