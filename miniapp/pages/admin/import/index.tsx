import { useState } from "react";
import { type ImportSource, importSources } from "@shared/domain/importing";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { useImports, useUpload } from "@/features/imports/useImport";
import { back, open, usePageParams } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { routes } from "@/routes";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Empty, ErrorBlock, Loadable, Page, Row, Words } from "@/ui";
import { OneImport } from "./OneImport";

/** Which clients does another system have? A table is sent and looked at; `id`: one that was, to be confirmed. */
export default function ImportClients() {
  const { t } = usePageWords();
  const words = t.imports;
  const { id } = usePageParams();
  const may = useCan()("imports.create");
  usePageFrame({ title: words.title });
  if (may !== false && id) return <OneImport importId={id} />;
  return (
    <Page id="page-import" title={words.title}>
      {may === false ? (
        <Card>
          <Empty
            text={words.noRight}
            action={{ id: "import-back", text: t.common.back, onTap: () => back(routes.me()) }}
          />
        </Card>
      ) : (
        <NewImport may={may === true} />
      )}
    </Page>
  );
}

function NewImport({ may }: { may: boolean }) {
  const { t, f } = usePageWords();
  const words = t.imports;
  const [source, setSource] = useState<ImportSource>("crm");
  const imports = useImports(may);
  const upload = useUpload();

  async function send(): Promise<void> {
    const begun = await upload.run(source);
    if (begun) open(routes.importClients({ id: begun.importId }));
  }
  return (
    <>
      <Card id="import-new">
        <Words as="body">{words.note}</Words>
        <Choices<ImportSource>
          id="import-source"
          kind="segments"
          label={words.source}
          value={source}
          options={importSources.map((value) => ({ value, text: words.sources[value] }))}
          onChoose={setSource}
        />
        <Words as="note" tone="quiet">
          {words.sourceNote}
        </Words>
        <Button id="import-pick" kind="primary" text={words.pick} disabled={upload.busy} onTap={() => void send()} />
        {upload.failure && (
          <ErrorBlock
            id="import-failed"
            failure={upload.fault ? { ...upload.failure, sentence: words[upload.fault] } : upload.failure}
          />
        )}
      </Card>
      <Card id="imports" title={words.before} flush>
        <Loadable id="imports" {...imports} onRetry={() => void imports.refresh()}>
          {imports.data?.items.length === 0 && <Empty text={words.none} />}
          {imports.data?.items.map(({ importId, fileName, state, createdAt }) => (
            <Row
              key={importId}
              id={`import-${importId}`}
              text={fileName}
              note={f.instant(new Date(createdAt))}
              value={words.states[state]}
              label={f.said(fileName, words.states[state])}
              onTap={() => open(routes.importClients({ id: importId }))}
            />
          ))}
        </Loadable>
      </Card>
    </>
  );
}
