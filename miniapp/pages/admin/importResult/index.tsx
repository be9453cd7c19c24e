import { useState } from "react";
import { rowResults, type RowResult } from "@shared/domain/importing";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { type ImportRow, useImportRows } from "@/features/imports/useImport";
import { back, open, usePageParams } from "@/features/navigation";
import { routes } from "@/routes";
import { importsWords } from "@/texts/areas/imports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Earlier, Empty, Loadable, Page, Words } from "@/ui";

type Shown = RowResult | "all";

/** What has become of each row, and why some wait. */
export default function ImportResult() {
  const { t } = usePageWords(importsWords);
  const words = t.imports;
  usePageFrame({ title: words.resultTitle });
  const { id, is } = usePageParams();
  if (id) return <Rows importId={id} is={is} />;
  return (
    <Page id="page-import-result" title={words.resultTitle}>
      <Card>
        <Empty
          text={words.noneSuch}
          action={{ id: "result-back", text: words.before, onTap: () => back(routes.importClients()) }}
        />
      </Card>
    </Page>
  );
}

function Rows({ importId, is }: { importId: string; is: string | undefined }) {
  const { t } = usePageWords(importsWords);
  const words = t.imports;
  const [shown, setShown] = useState<Shown>(rowResults.find((one) => one === is) ?? "all");
  const rows = useImportRows(importId, shown);
  return (
    <Page id="page-import-result" title={words.resultTitle}>
      <Card>
        <Choices<Shown>
          id="rows-shown"
          label={words.rows}
          value={shown}
          options={[
            { value: "all", text: words.all },
            ...rowResults.map((value) => ({ value, text: words.results[value] })),
          ]}
          onChoose={setShown}
        />
      </Card>
      <Loadable id="rows" {...rows} onRetry={() => void rows.refresh()}>
        {rows.items.length === 0 && (
          <Card>
            <Empty text={words.noneSuch} />
          </Card>
        )}
        {rows.items.map((row) => (
          <RowCard key={row.row} row={row} />
        ))}
        <Earlier id="rows-more" earlier={rows.earlier} />
      </Loadable>
    </Page>
  );
}

function RowCard({ row }: { row: ImportRow }) {
  const { t, f } = usePageWords(importsWords);
  const words = t.imports;
  const { name, is, sentence, column, value, otherRow, candidates, notices, customerId, why } = row;
  const place =
    row.line === null
      ? words.row({ row: String(row.row) })
      : words.rowLine({ row: String(row.row), line: String(row.line) });
  const mayOpen = customerId !== null && (is !== "heldBack" || why === "customer_duplicate");
  return (
    <Card id={`row-${row.row}`} title={f.said(place, words.results[is])}>
      {name !== null && <Words as="body">{name}</Words>}
      {column !== null && (
        <Words as="sub" tone="quiet">
          {words.where({ column, value: value ?? words.empty })}
        </Words>
      )}
      {sentence !== null && (
        <Words as="sub" {...(is === "heldBack" && { tone: "warn" as const })}>
          {sentence}
        </Words>
      )}
      {candidates.length > 0 && <Words as="sub">{words.candidates({ names: f.names(candidates) })}</Words>}
      {otherRow !== null && <Words as="sub">{words.sameRow({ row: String(otherRow) })}</Words>}
      {notices.map((notice) => (
        <Words key={notice} as="note" tone="quiet">
          {notice}
        </Words>
      ))}
      {mayOpen && (
        <Button
          id={`row-${row.row}-open`}
          small
          text={words.openOther}
          onTap={() => open(routes.customer({ id: customerId }))}
        />
      )}
    </Card>
  );
}
