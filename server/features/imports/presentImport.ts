import type { AnswerOf } from "@shared/contracts";
import { rowResults } from "@shared/domain/importing";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { textsIn } from "../../texts";
import { importers } from "./importers";
import type { ImportRecord, ImportRowRecord } from "./importModel";
import type { ImportChoices, ImportFound } from "./types";
import { undoUntilOf } from "./undoImport";

type View = AnswerOf<"imports.read">["import"];
type RowView = AnswerOf<"imports.rows">["items"][number];

/** An import as whoever has begun it sees it. */
export function presentImport(
  record: ImportRecord,
  { language }: Pick<MemberActor, "language">,
  today: BusinessDay,
): View {
  const { _id: importId, purpose, source, fileName, state, taskId, memberName: byName, revision } = record;
  const counts = (record.counts ?? {}) as Record<string, number>;
  const refusal = record.refusal
    ? textsIn(language).imports.refusals(record.refusal.code, record.refusal.line ?? record.refusal.max ?? 0)
    : null;
  return {
    ...{ importId, purpose, source, fileName, state, taskId, byName, revision, refusal },
    choices: record.choices as ImportChoices,
    found: record.found as ImportFound | null,
    counts: rowResults.flatMap((is) => (counts[is] ? [{ is, count: counts[is] }] : [])),
    fields: importers[purpose].purpose.columns.map(({ field }) => field),
    hasErrorFile: (record.errorFileId ?? null) !== null,
    createdAt: record.createdAt.toISOString(),
    ranAt: record.ranAt?.toISOString() ?? null,
    undoUntil: undoUntilOf(record, today),
  };
}

export function presentRow(record: ImportRowRecord, { language }: Pick<MemberActor, "language">): RowView {
  const { row, line, is, why, name, customerId, column, value, other, otherRow, candidates, notices } = record;
  const words = textsIn(language).imports;
  const sentenceOf = (reason: string) =>
    is === "heldBack" ? words.reasons(reason, record) : is === "created" ? words.stays(reason) : words.leftOut(reason);
  const sentence = why === null || why === undefined ? null : sentenceOf(why);
  return {
    ...{ row, is, candidates, sentence },
    ...{ line: line ?? null, why: why ?? null, name: name ?? null, customerId: customerId ?? null },
    ...{ column: column ?? null, value: value ?? null, other: other ?? null, otherRow: otherRow ?? null },
    notices: notices.map(words.notices),
  };
}
