import { type Fen, sumFen } from "../../money";
import type { Increment, Statement } from "../types";

/**
 * What new facts bring: the statement with them less the one without. `ownFen` is what is allocated to these facts, `othersFen` what they
 * change on everything else, such as a higher tier for the sales before.
 * @param factIds every fact of the one event, such as a sale and the new customer that it made
 */
export function increment(
  before: Pick<Statement, "lines">,
  after: Pick<Statement, "lines">,
  factIds: string | readonly string[],
): Increment {
  const ids = new Set(typeof factIds === "string" ? [factIds] : factIds);
  const totalFen = payOf(after) - payOf(before);
  const ownFen = allocatedTo(after, ids) - allocatedTo(before, ids);
  return { totalFen, ownFen, othersFen: totalFen - ownFen };
}

const payOf = ({ lines }: Pick<Statement, "lines">): Fen => sumFen(lines.map(({ amountFen }) => amountFen));

function allocatedTo({ lines }: Pick<Statement, "lines">, ids: ReadonlySet<string>): Fen {
  return sumFen(lines.flatMap((line) => line.allocation.filter(({ factId }) => ids.has(factId)).map(({ fen }) => fen)));
}
