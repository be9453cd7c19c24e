import type { TaskKindName } from "@shared/domain/task";
import { pagePath } from "./links";
import type { Gone, MemberMessage } from "./message";
import type { NoticeOf } from "./noticeModel";
import type { ReceiverContext } from "./saleLines";

/** Where somebody sees what has become of it. */
const pages: Record<TaskKindName, string> = {
  "exports.make": "common/exports",
  "imports.look": "admin/import",
  "imports.run": "admin/import",
  "imports.undo": "admin/import",
  "openings.post": "admin/opening",
  "plans.check": "earnings/planReview",
  "plans.simulate": "earnings/planReview",
};

/** To who has asked for long work: that it is done, or why it is not. */
export function taskEndedMessage(notice: NoticeOf<"task_ended">, { texts }: ReceiverContext): MemberMessage {
  const { task, code, subjectId } = notice.params;
  const { tasks: t } = texts;
  return {
    source: texts.source,
    title: texts.joined([t.names[task], code === null ? t.done.title : t.failedTitle]),
    desc: "",
    sentence: code === null ? doneOf(notice.params, texts) : t.failures(code),
    rows: [],
    opens: pagePath(pages[task], { ...(subjectId !== undefined && { id: subjectId }) }, notice._id),
  };
}

function doneOf(
  { task, counts, hasFile }: NoticeOf<"task_ended">["params"],
  { tasks: { done: t } }: ReceiverContext["texts"],
): string {
  const rows = counts?.rows ?? 0;
  switch (task) {
    case "exports.make":
      return hasFile ? t.exported({ rows }) : t.exportWaits({ rows });
    case "imports.look":
      return t.looked(importedOf(counts));
    case "imports.run":
      return t.imported(importedOf(counts));
    case "imports.undo":
      return t.undone({ taken: counts?.takenBack ?? 0, kept: counts?.created ?? 0 });
    case "openings.post":
      return t.opened({ members: counts?.members ?? 0 });
    case "plans.simulate":
      return t.simulated({ members: counts?.members ?? 0 });
    case "plans.check":
      return counts?.superseded ? t.superseded : t.checked({ asks: counts?.asks ?? 0, tells: counts?.tells ?? 0 });
  }
}

const importedOf = (counts: Readonly<Record<string, number>> | null) => ({
  created: counts?.created ?? 0,
  changed: counts?.changed ?? 0,
  wrong: counts?.heldBack ?? 0,
});

/** To who has prepared opening balances: they were sent back. */
export function openingClosedMessage(
  notice: NoticeOf<"opening_closed">,
  { texts }: ReceiverContext,
): MemberMessage | Gone {
  const { importId, allowed, byName, reason } = notice.params;
  if (allowed) return { gone: "it is told of once it is in the accounts" };
  const { openings: t } = texts;
  return {
    source: texts.source,
    title: t.returned.title,
    desc: "",
    sentence: t.returned.sentence({ by: byName, reason: reason ?? "" }),
    rows: [],
    opens: pagePath("admin/opening", { id: importId }, notice._id),
  };
}

/** To who wished to take a table away: it was refused, or nobody has said anything. What was allowed is told once it is there. */
export function exportClosedMessage(
  notice: NoticeOf<"export_closed">,
  { texts }: ReceiverContext,
): MemberMessage | Gone {
  const { exportId, what, state, byName, reason } = notice.params;
  if (state === "allowed") return { gone: "it is told of once it is made" };
  if (state === "withdrawn") return { gone: "whoever asked has taken it back" };
  const { exports: t } = texts;
  const about = { by: byName ?? "", what: t.names[what], reason: reason ?? "" };
  return {
    source: texts.source,
    title: t.closed[state].title,
    desc: t.names[what],
    sentence: t.closed[state].sentence(about),
    rows: [],
    opens: pagePath("common/exports", { id: exportId }, notice._id),
  };
}
