import type { ImportPurpose } from "@shared/domain/importing";
import { opensCsv, takeTemplate, type TemplateColumn, useTemplate } from "@/features/imports/useImport";
import { importsWords } from "@/texts/areas/imports";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Words } from "@/ui";

/** Which columns a table has, and an empty one to be filled in. */
export function TemplateCard({ may, purpose }: { may: boolean; purpose: ImportPurpose }) {
  const { t, f, language } = usePageWords(importsWords);
  const words = t.imports;
  const template = useTemplate(purpose, may);
  const columns = template.data?.columns ?? [];
  const means: Readonly<Record<string, string>> = words.fields;
  const said = ({ field, heading, isRequired, values }: TemplateColumn) => {
    const notes = [
      // Headings are Chinese in every file.
      ...(language === "en" ? [means[field] ?? field] : []),
      ...(isRequired ? [words.needed] : []),
      ...(values.length > 0 ? [f.names(values)] : []),
    ];
    return notes.length === 0 ? heading : words.columnOf({ heading, notes: f.names(notes) });
  };
  return (
    <Card id="import-template" title={words.template}>
      <Loadable id="import-template" {...template} onRetry={() => void template.refresh()}>
        {columns.map((column) => (
          <Words key={column.field} as="sub">
            {said(column)}
          </Words>
        ))}
        <Words as="note" tone="quiet">
          {purpose === "customers" ? words.templateNote : words.templateNames}
        </Words>
        {opensCsv ? (
          <Button
            id="import-take-template"
            text={words.takeTemplate}
            onTap={() => takeTemplate(columns, words.templateFile)}
          />
        ) : (
          <Words as="note" tone="quiet">
            {words.templateOnComputer}
          </Words>
        )}
      </Loadable>
    </Card>
  );
}
