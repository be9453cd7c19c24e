import type { ExportView, TaskView } from "@shared/contracts";
import { grouped } from "@shared/domain/moneyText";
import { opensCsv, refreshExports, useTakeExport, useWithdrawExport } from "@/features/exports/useExports";
import { businessDayOf } from "@shared/domain/time";
import { open } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useCancelTask, useTask } from "@/features/tasks/useTask";
import { routes } from "@/routes";
import { exportsWords } from "@/texts/areas/exports";
import { usePageWords, type WordsWith } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Words } from "@/ui";
import { exportText } from "./exportText";

/** One table of mine: how far it is, for whom it waits, or what there is to take away. */
export function ExportCard({ of }: { of: ExportView }) {
  const words = usePageWords(exportsWords);
  const { t, f } = words;
  const task = useTask(of.task, refreshExports);
  const take = useTakeExport();
  const cancel = useCancelTask();
  const withdraw = useWithdrawExport();
  const { exportId, format } = of;
  // There is nothing in it.
  const file = of.rows === 0 ? null : of.file;
  const givesRoles = useCan()("roles.grant") === true;
  const text = exportText(of, words);
  const isOpen = task !== null && task.askAgainMs !== null;
  const mayOpen = format === "xlsx" || opensCsv;
  return (
    <Card id={`export-${exportId}`} title={text}>
      <Words as="sub" tone="quiet">
        {[f.instant(new Date(of.askedAt)), of.reason].join(" · ")}
      </Words>
      <Words as="body" live="polite">
        {standing(of, task, words, givesRoles)}
      </Words>
      {waitsForNobody(of) && givesRoles && (
        <Button id={`name-${exportId}`} small text={t.exports.nameSomebody} onTap={() => open(routes.members())} />
      )}
      {isOpen && (
        <Button
          id={`cancel-${exportId}`}
          small
          text={t.exports.cancel}
          label={f.said(t.exports.cancel, text)}
          disabled={cancel.busy}
          onTap={() => void cancel.run(task)}
        />
      )}
      {of.state === "waiting" && (
        <Button
          id={`withdraw-${exportId}`}
          small
          text={t.exports.withdraw}
          label={f.said(t.exports.withdraw, text)}
          disabled={withdraw.busy}
          onTap={() => void withdraw.run(of)}
        />
      )}
      {file && mayOpen && (
        <Button
          id={`take-${exportId}`}
          text={take.busy ? t.exports.taking : t.exports.take}
          label={f.said(t.exports.take, file.name)}
          disabled={take.busy}
          onTap={() => void take.run(of)}
        />
      )}
      {file && !mayOpen && (
        <Words as="note" tone="quiet">
          {t.exports.onComputer}
        </Words>
      )}
      {take.failure && <ErrorBlock id={`take-error-${exportId}`} failure={take.failure} />}
      {withdraw.failure && <ErrorBlock id={`withdraw-error-${exportId}`} failure={withdraw.failure} />}
      {cancel.failure && <ErrorBlock id={`cancel-error-${exportId}`} failure={cancel.failure} />}
    </Card>
  );
}

const waitsForNobody = ({ state, deciderNames }: ExportView): boolean =>
  state === "waiting" && deciderNames.length === 0;

/** @param givesRoles whoever asked can make somebody able to allow it */
function standing(
  of: ExportView,
  task: TaskView | null,
  { t, f }: WordsWith<typeof exportsWords>,
  givesRoles: boolean,
): string {
  const words = t.exports;
  const { state, rows, waitsUntil, deciderNames, decision, file } = of;
  if (state === "waiting" && waitsUntil)
    return waitsForNobody(of)
      ? words[givesRoles ? "waitsForYouToName" : "waitsForNobody"]({ rows: grouped(String(rows ?? 0)) })
      : words.waits({
          rows: grouped(String(rows ?? 0)),
          names: f.names(deciderNames),
          until: f.instant(new Date(waitsUntil)),
        });
  if (state === "refused") return words.refused({ by: decision?.byName ?? "", reason: decision?.reason ?? "" });
  if (state === "lapsed") return words.lapsed;
  if (state === "withdrawn") return words.withdrawn;
  if (file && rows === 0) return words.nothing;
  // Until the end of its last day.
  if (file)
    return words.there({
      rows: grouped(String(rows ?? 0)),
      until: f.day(businessDayOf(new Date(Date.parse(file.keptUntil) - 1))),
    });
  if (!task) return words.gone;
  if (task.state === "failed") return task.error?.sentence ?? words.gone;
  if (task.state === "cancelled") return words.cancelled;
  // Where it has just ended, what has become of it is asked for.
  if (task.state === "done" && of.task?.askAgainMs === null) return words.gone;
  return task.state === "queued" ? words.queued : words.making({ done: grouped(String(task.progress.done)) });
}
