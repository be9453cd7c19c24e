import { type Fen, sumFen } from "../money";
import type { Increment, Statement } from "./types";

/**
 * What new facts bring: the statement with them less the one without. `ownFen` is what is allocated to these facts, `othersFen` what they
 * change on everything else, such as a higher tier for the sales before.
 * @param factIds every fact of the one event, such as a sale and the new customer that it made
 */
export function increment(before: Statement, after: Statement, factIds: string | readonly string[]): Increment {
  const ids = new Set(typeof factIds === "string" ? [factIds] : factIds);
  const totalFen = after.totals.amountFen - before.totals.amountFen;
  const ownFen = allocatedTo(after, ids) - allocatedTo(before, ids);
  return { totalFen, ownFen, othersFen: totalFen - ownFen };
}

function allocatedTo({ lines }: Statement, ids: ReadonlySet<string>): Fen {
  return sumFen(lines.flatMap((line) => line.allocation.filter(({ factId }) => ids.has(factId)).map(({ fen }) => fen)));
}
