import type { Fen } from "../money";
import { canonicalJson, hashOf } from "./canonical";
import { evaluate } from "./evaluate";
import type { Assignment, Book, Receipt, Statement } from "./types";

/** Everything that is needed to compute a statement again, with a hash over it. */
export function receiptOf(assignments: readonly Assignment[], book: Book, statement: Statement): Receipt {
  const content = { assignments: [...assignments], book, statement };
  return { ...content, hash: hashOf(content) };
}

export interface Verification {
  agrees: boolean;
  /** Whether the receipt is still what was hashed. */
  intact: boolean;
  /** Lines whose amounts differ; null: one of the two does not have the line. */
  differences: { lineId: string; statedFen: Fen | null; computedFen: Fen | null }[];
}

/** Computes the statement of a receipt again. It agrees only where every line, state, reason and allocation is the same. */
export function verify(receipt: Receipt): Verification {
  const { assignments, book, statement, hash } = receipt;
  const computed = evaluate(assignments, book);
  const intact = hashOf({ assignments, book, statement }) === hash;
  const agrees = intact && canonicalJson(computed) === canonicalJson(statement);
  return { agrees, intact, differences: differencesOf(statement, computed) };
}

function differencesOf(stated: Statement, computed: Statement): Verification["differences"] {
  const amounts = (statement: Statement) => new Map(statement.lines.map((line) => [line.id, line.amountFen]));
  const [said, found] = [amounts(stated), amounts(computed)];
  return [...new Set([...said.keys(), ...found.keys()])]
    .map((lineId) => ({ lineId, statedFen: said.get(lineId) ?? null, computedFen: found.get(lineId) ?? null }))
    .filter(({ statedFen, computedFen }) => statedFen !== computedFen);
}
