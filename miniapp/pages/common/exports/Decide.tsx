import { useState } from "react";
import { grouped } from "@shared/domain/moneyText";
import { useDecideExport, useExport } from "@/features/exports/useExports";
import { usePullDown } from "@/features/navigation";
import { ReasonSheet } from "@/components/ReasonSheet";
import { exportsWords } from "@/texts/areas/exports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { ExportCard } from "./ExportCard";
import { exportText } from "./exportText";

/** A table of many rows that somebody wishes to take away. */
export function Decide({ exportId, title }: { exportId: string; title: string }) {
  const pageWords = usePageWords(exportsWords);
  const { t, f } = pageWords;
  const words = t.exports;
  const { data, state, failure, refresh } = useExport(exportId);
  usePullDown(refresh);
  const [refusing, setRefusing] = useState(false);
  const decide = useDecideExport();
  const one = data?.export;
  const isForMe = one?.mayDecide === true;
  return (
    <Page
      id="page-exports"
      title={title}
      over={
        refusing &&
        one && (
          <ReasonSheet
            id="refuse"
            title={words.refuseTitle}
            note={words.refuseNote({ name: one.by.name })}
            reasons={words.refuseReasons}
            hint={words.refuseHint}
            missing={words.refuseMissing}
            send={words.refuse}
            busy={decide.busy}
            failure={decide.failure}
            onClose={() => setRefusing(false)}
            onSend={(reason) =>
              void decide.run({ of: one, allowed: false, reason }).then((done) => done && setRefusing(false))
            }
          />
        )
      }
      bar={
        isForMe && (
          <>
            <Button id="refuse" text={words.refuse} grow disabled={decide.busy} onTap={() => setRefusing(true)} />
            <Button
              id="allow"
              kind="primary"
              text={words.allow}
              grow
              disabled={decide.busy}
              onTap={() => void decide.run({ of: one, allowed: true, reason: null })}
            />
          </>
        )
      }
    >
      <Loadable id="export" state={state} failure={failure} onRetry={() => void refresh()}>
        {one?.task && <ExportCard of={one} />}
        {one && !one.task && (
          <Card id="export-asked" title={words.wishes({ name: one.by.name })}>
            <Words>{exportText(one, pageWords)}</Words>
            <Words>{words.rows({ rows: grouped(String(one.rows ?? 0)) })}</Words>
            <Words>{words.forWhat({ reason: one.reason })}</Words>
            {one.waitsUntil && (
              <Words as="sub" tone="quiet">
                {words.until({ time: f.instant(new Date(one.waitsUntil)) })}
              </Words>
            )}
            {one.decision && (
              <Words as="sub" live="polite">
                {words.decided({ by: one.decision.byName, allowed: one.decision.allowed, reason: one.decision.reason })}
              </Words>
            )}
          </Card>
        )}
        {!refusing && decide.failure && <ErrorBlock id="decide-error" failure={decide.failure} />}
      </Loadable>
    </Page>
  );
}
