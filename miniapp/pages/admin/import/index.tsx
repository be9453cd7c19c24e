import { useEffect, useRef, useState } from "react";
import { type ImportPurpose, type ImportSource, importSources } from "@shared/domain/importing";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { useImports, useUpload } from "@/features/imports/useImport";
import { openingFailure } from "@/features/openings/openingFailure";
import { open, usePageParams } from "@/features/navigation";
import { usePageVisible } from "@/features/query/usePageVisible";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { routes } from "@/routes";
import { importsWords } from "@/texts/areas/imports";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Empty, ErrorBlock, type Failure, Loadable, Page, Row, Words } from "@/ui";
import { OneImport } from "./OneImport";
import { TemplateCard } from "./TemplateCard";

/** Which clients, or opening balances, does another system have? A table is sent and looked at; `id`: one that was, to be confirmed. */
export default function ImportClients() {
  const { t } = usePageWords(importsWords, openingsWords);
  const wayOut = useWayOut();
  const words = t.imports;
  const { id, for: wanted } = usePageParams();
  const purpose = wanted === "opening" ? "opening" : "customers";
  const can = useCan();
  const [clients, balances] = [can("imports.create"), can("openings.list")];
  const may = id ? clients || balances : purpose === "opening" ? balances : clients;
  const title = purpose === "opening" ? t.openings.importTitle : words.title;
  usePageFrame({ title });
  if (may !== false && id) return <OneImport importId={id} />;
  return (
    <Page id="page-import" title={title}>
      {may === false ? (
        <NoRightCard id="import-back" text={purpose === "opening" ? t.openings.noRight : words.noRight} {...wayOut} />
      ) : (
        <NewImport may={may === true} purpose={purpose} />
      )}
    </Page>
  );
}

const importRoute = (id: string, purpose: ImportPurpose): string =>
  routes.importClients(purpose === "opening" ? { id, for: purpose } : { id });

/** What a file is that is not taken is nobody's fault but the file's: nothing is reported of it. */
const noFailure: Omit<Failure, "sentence"> = {
  ...{ reference: null, noRight: false, gone: false, offline: false, isRule: true, mayRetry: false },
};

function NewImport({ may, purpose }: { may: boolean; purpose: ImportPurpose }) {
  const { t, f } = usePageWords(importsWords, openingsWords);
  const words = t.imports;
  const isOpening = purpose === "opening";
  const [said, setSource] = useState<ImportSource | null>(null);
  const imports = useImports(may);
  const before = imports.data?.items.filter((one) => one.purpose === purpose);
  // Whoever has brought tables from somewhere goes on from there.
  const source = said ?? before?.[0]?.source ?? (isOpening ? "erp" : "crm");
  const upload = useUpload(purpose);

  const isSeen = useRef(true);
  const isInFront = usePageVisible();
  useEffect(() => {
    isSeen.current = isInFront;
    return () => {
      isSeen.current = false;
    };
  }, [isInFront]);

  async function send(sending: Promise<{ importId: string } | null>): Promise<void> {
    const begun = await sending;
    // Whoever has gone elsewhere meanwhile finds it in the list, and is not taken away from there.
    if (begun && isSeen.current) open(importRoute(begun.importId, purpose));
  }
  const { choose, again, busy, fault, failure } = upload;
  const shownFailure: Failure | null = fault
    ? { ...noFailure, ...failure, sentence: words[fault] }
    : openingFailure(upload, t.openings, f);
  return (
    <>
      <Card id="import-new">
        <Words as="body">{isOpening ? t.openings.importNote : words.note}</Words>
        <Choices<ImportSource>
          id="import-source"
          field={{}}
          kind="segments"
          label={words.source}
          value={source}
          options={importSources.map((value) => ({ value, text: words.sources[value] }))}
          onChoose={setSource}
        />
        <Words as="note" tone="quiet">
          {words.sourceNote}
        </Words>
        <Button
          id="import-pick"
          kind="primary"
          text={busy ? words.sending : words.pick}
          disabled={busy}
          onTap={() => void send(choose(source))}
        />
        {shownFailure && (
          <ErrorBlock
            id="import-failed"
            failure={shownFailure}
            {...(again && { onRetry: () => void send(again(source)) })}
          />
        )}
      </Card>
      <TemplateCard may={may} purpose={purpose} />
      <Card id="imports" title={words.before} flush>
        <Loadable id="imports" {...imports} onRetry={() => void imports.refresh()}>
          {before?.length === 0 && <Empty text={isOpening ? t.openings.importNone : words.none} />}
          {before?.map(({ importId, fileName, state, createdAt }) => {
            // Balances that were read are booked by somebody else, or not at all.
            const said = isOpening && state === "done" ? t.openings.read : words.states[state];
            return (
              <Row
                key={importId}
                id={`import-${importId}`}
                text={fileName}
                note={f.instant(new Date(createdAt))}
                value={said}
                label={f.said(fileName, said)}
                onTap={() => open(importRoute(importId, purpose))}
              />
            );
          })}
        </Loadable>
      </Card>
    </>
  );
}
