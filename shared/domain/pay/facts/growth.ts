import { divide, type Exact, exactOfInt, subtract, times } from "../numbers/number";

/** (after − before) ÷ before; null without anything before. */
export const growthOf = (before: Exact, after: Exact): Exact | null => divide(subtract(after, before), before);

/** The change of a ratio in percentage points, which is not its growth. */
export const pointsBetween = (before: Exact, after: Exact): Exact => times(subtract(after, before), exactOfInt(100));
