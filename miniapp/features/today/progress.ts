import {
  type Exact,
  exactOfInt,
  fixedText,
  ratioOf,
  shortText,
  signOfExact,
  subtract,
  times,
} from "@shared/domain/pay/numbers/number";
import { leftToTargetFen } from "@shared/domain/target";

export interface Progress {
  /** Done ÷ target, exact; null without a target. */
  attainment: Exact | null;
  /** Working days gone ÷ working days of the month. */
  timeGone: Exact | null;
  /** Against the time gone, in points of a percent; null without a target, and where only the first working day would be behind. */
  against: { kind: "ahead" | "behind" | "even"; points: string } | null;
  /** What is missing to the target, 0 when it is reached. */
  leftFen: number;
  /** The two ratios for drawing alone: 0.755 is a bar of 75.5 %. */
  drawn: { done: number; pace: number | null };
}

export interface Measured {
  doneFen: number;
  targetFen: number | null;
  pace: { workingDaysGone: number; workingDays: number };
}

/** How a result stands against its target and against the time gone. */
export function progressOf({ doneFen, targetFen, pace }: Measured): Progress {
  const attainment = targetFen === null ? null : ratioOf(doneFen, targetFen);
  const timeGone = ratioOf(pace.workingDaysGone, pace.workingDays);
  return {
    attainment,
    timeGone,
    against: attainment && timeGone ? againstOf(subtract(attainment, timeGone), pace.workingDaysGone > 1) : null,
    leftFen: leftToTargetFen({ doneFen, targetFen }),
    drawn: { done: targetFen ? doneFen / targetFen : 0, pace: timeGone && Number(fixedText(timeGone, 4, "half")) },
  };
}

function againstOf(difference: Exact, hasBegun: boolean): Progress["against"] {
  const sign = signOfExact(difference);
  // The day that begins counts as gone: nobody is behind before it is over.
  if (sign < 0 && !hasBegun) return null;
  const size = sign < 0 ? subtract(exactOfInt(0), difference) : difference;
  const points = shortText(times(size, exactOfInt(100)), 1);
  if (points === "0") return { kind: "even", points };
  return { kind: sign > 0 ? "ahead" : "behind", points };
}

/** More than ten points behind the time gone: whom a manager helps first. */
export const isFarBehind = ({ attainment, timeGone }: Progress): boolean =>
  attainment !== null &&
  timeGone !== null &&
  signOfExact(subtract(subtract(timeGone, attainment), { n: 1, d: 10 })) > 0;
