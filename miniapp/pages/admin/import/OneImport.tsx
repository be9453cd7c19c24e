import { useState } from "react";
import {
  type ImportView,
  isUnderWay,
  opensCsv,
  useCancel,
  useChoose,
  useErrorFile,
  useImport,
  useProgress,
  useRun,
} from "@/features/imports/useImport";
import { open, usePullDown } from "@/features/navigation";
import { routes } from "@/routes";
import { importsWords } from "@/texts/areas/imports";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Empty, ErrorBlock, Loadable, Page, Row, Words } from "@/ui";
import { HandOn } from "./HandOn";
import { type Choice, ChoosingSheet } from "./ChoosingSheet";
import { ReadingCard } from "./ReadingCard";
import { UndoSheet } from "./UndoSheet";

/** What one table is, what would become of it, and what has. */
export function OneImport({ importId }: { importId: string }) {
  const { t } = usePageWords(importsWords, openingsWords);
  const [choosing, setChoosing] = useState<Choice | null>(null);
  const [undoing, setUndoing] = useState(false);
  const asked = useImport(importId);
  usePullDown(asked.refresh);
  const view = asked.data?.import;
  return (
    <Page
      id="page-import"
      title={view?.purpose === "opening" ? t.openings.importTitle : t.imports.title}
      over={
        view &&
        (undoing ? (
          <UndoSheet view={view} onClose={() => setUndoing(false)} />
        ) : (
          choosing && <ChoosingSheet {...{ view, choosing }} onClose={() => setChoosing(null)} />
        ))
      }
    >
      <Loadable id="import" {...asked} onRetry={() => void asked.refresh()}>
        {view && isUnderWay(view) && <Progress view={view} />}
        {view?.refusal && (
          <Card id="import-refused" title={view.fileName}>
            <Words as="body" tone="warn">
              {view.refusal}
            </Words>
          </Card>
        )}
        {view?.state === "stopped" && view.counts.length === 0 && <LookAgain view={view} />}
        {view && view.counts.length > 0 && view.state !== "looking" && (
          <Results view={view} onUndo={() => setUndoing(true)} />
        )}
        {view?.found && view.state !== "running" && view.state !== "undoing" && (
          <ReadingCard view={view} found={view.found} onChoose={setChoosing} />
        )}
      </Loadable>
    </Page>
  );
}

function Progress({ view }: { view: ImportView }) {
  const { t } = usePageWords(importsWords);
  const words = t.imports;
  const progress = useProgress(view).data?.task.progress;
  const cancel = useCancel(view);
  return (
    <Card id="import-progress" title={view.fileName}>
      <Words id="import-state" as="body">
        {words.states[view.state]}
      </Words>
      {progress?.total ? (
        <Words as="sub">{words.progress({ done: String(progress.done), total: String(progress.total) })}</Words>
      ) : null}
      <Words as="note" tone="quiet">
        {words.goesOn}
      </Words>
      <Button id="import-cancel" text={words.cancel} disabled={cancel.busy} onTap={() => void cancel.run(null)} />
      {cancel.failure && <ErrorBlock id="cancel-failed" failure={cancel.failure} />}
    </Card>
  );
}

/** It was stopped before anything of it was known. */
function LookAgain({ view }: { view: ImportView }) {
  const { t } = usePageWords(importsWords);
  const choose = useChoose(view);
  return (
    <Card id="import-stopped" title={view.fileName}>
      <Words as="body">{t.imports.states.stopped}</Words>
      <Button
        id="import-look-again"
        kind="primary"
        text={t.imports.lookAgain}
        disabled={choose.busy}
        onTap={() => void choose.run({})}
      />
      {choose.failure && <ErrorBlock id="look-failed" failure={choose.failure} />}
    </Card>
  );
}

function Results({ view, onUndo }: { view: ImportView; onUndo: () => void }) {
  const { t, f } = usePageWords(importsWords, openingsWords);
  const words = t.imports;
  const isOpening = view.purpose === "opening";
  const run = useRun(view);
  const file = useErrorFile(view);
  const countOf = (is: string) => view.counts.find((one) => one.is === is)?.count ?? 0;
  const writes = countOf("created") + countOf("changed");
  const isUndone = view.state === "undone" || view.state === "undoing";
  const isDone = isUndone || view.state === "done" || (view.ranAt !== null && view.state !== "looked");
  return (
    <Card id="import-results" title={isDone ? words.became : words.will}>
      {view.state === "stopped" && (
        <Words as="sub" tone="warn">
          {isOpening ? t.openings.stopped : words.stopped}
        </Words>
      )}
      {view.counts.map(({ is, count }) => (
        <Row
          key={is}
          id={`import-${is}`}
          text={words.results[is]}
          value={String(count)}
          label={f.said(words.results[is], count)}
          onTap={() => open(routes.importResult({ id: view.importId, is }))}
        />
      ))}
      {view.counts.every(({ is }) => is === "leftOut") && <Empty text={words.nothing} />}
      {file.take && (
        <>
          {opensCsv && <Button id="import-error-file" text={words.errorFile} onTap={file.take} />}
          <Words as="note" tone="quiet" live="polite">
            {file.hasFailed ? words.errorFileFailed : opensCsv ? words.errorFileNote : words.errorFileOnComputer}
          </Words>
        </>
      )}
      {view.state === "looked" && writes === 0 && <Words as="sub">{words.nothingToRun}</Words>}
      {isOpening && <HandOn view={view} writes={writes} />}
      {!isOpening &&
        (writes > 0 || view.state === "stopped") &&
        !isUndone &&
        view.state !== "done" &&
        view.state !== "running" && (
          <>
            <Words id="import-no-undo" as="note" tone="quiet">
              {words.noUndo}
            </Words>
            <Button
              id="import-run"
              kind="primary"
              text={view.state === "stopped" ? words.again : words.run({ count: String(writes) })}
              disabled={run.busy}
              onTap={() => void run.run(null)}
            />
          </>
        )}
      {!isOpening && isDone && view.state === "done" && writes > 0 && (
        <Button id="import-clients" text={words.seeClients} onTap={() => open(routes.findCustomers())} />
      )}
      {view.state === "undone" && <Words as="sub">{words.undone}</Words>}
      {view.undoUntil !== null && (
        <Button id="import-undo" text={words.undo({ day: f.day(view.undoUntil) })} onTap={onUndo} />
      )}
      {run.failure && <ErrorBlock id="run-failed" failure={run.failure} />}
    </Card>
  );
}
