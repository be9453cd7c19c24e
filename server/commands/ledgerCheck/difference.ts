import { amountText } from "@shared/domain/moneyText";

/** Where the books do not say what they should. */
export interface Difference {
  /** Whose, and of which month; null where it cannot be told. */
  memberId: string | null;
  period: string | null;
  /** The account, journal, fact, credit or part of a statement. */
  at: string;
  expected: string;
  found: string;
}

export const moneyOf = (amountFen: number): string => amountText(amountFen);

export const nothing = "nothing";

/** The first place, in the order of the parts, in which two values differ; null where they say the same. */
export function firstDifference(
  expected: unknown,
  found: unknown,
  at = "",
): Pick<Difference, "at" | "expected" | "found"> | null {
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
