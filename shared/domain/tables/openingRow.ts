import { type OpeningKind, openingKinds } from "../opening";
import { columnOf, heldCell } from "./record";
import type { RecordContext } from "./record";
import { openingKindOf } from "./purposes/opening";
import type { TableRow } from "./cell";
import type { HeldRow, TableRecord } from "./world";

/** The balances of a row; a cell without a word says nothing, and a 0 says that there is none. */
export function openingAmounts(record: TableRecord): { kind: OpeningKind; amountFen: number }[] {
  const amount = (field: string): number | null => {
    const value = record[`${field}Fen`];
    return typeof value === "number" ? value : null;
  };
  if (typeof record.kind === "string" && record.kind !== "") {
    const amountFen = amount("balance");
    return amountFen === null ? [] : [{ kind: record.kind as OpeningKind, amountFen }]; // as finished here
  }
  return openingKinds.flatMap((kind) => {
    const amountFen = amount(kind);
    return amountFen === null ? [] : [{ kind, amountFen }];
  });
}

/** Puts a row of opening balances together: whose it is, its kind where each row has one, and nothing that is below 0. */
export function finishOpening(
  row: TableRow,
  record: TableRecord,
  { layout }: RecordContext,
): TableRecord | { held: HeldRow } | { leftOut: string } {
  const about = (field: string, reason: HeldRow): { held: HeldRow } => {
    const column = columnOf(layout, field);
    return { held: heldCell(column, column && row.cells[column.index], reason) };
  };
  const { account, balanceFen, kind: words, ...rest } = record;
  const member = rest.member ?? account;
  if (member === undefined)
    return about(columnOf(layout, "member") ? "member" : "account", { reason: "member_missing" });
  if (account !== undefined && account !== member) return about("account", { reason: "name_differs" });
  const isWide = openingKinds.some((kind) => columnOf(layout, kind));
  const named = { ...rest, member, period: rest.period ?? "", document: rest.document ?? "" };
  let finished: TableRecord = { ...named, kind: "" };
  if (!isWide && balanceFen !== undefined) {
    const kind = openingKindOf(typeof words === "string" ? words : "");
    if (kind === null) return about(columnOf(layout, "kind") ? "kind" : "balance", { reason: "kind_unknown" });
    finished = { ...named, kind, balanceFen };
  }
  const amounts = openingAmounts(finished);
  if (amounts.length === 0) return { leftOut: "no_balance" };
  const negative = amounts.find(({ amountFen }) => amountFen < 0);
  return negative ? about(isWide ? negative.kind : "balance", { reason: "balance_negative" }) : finished;
}
