import { useState } from "react";
import { openingKinds, type OpeningTotals } from "@shared/domain/opening";
import { fenOfTypedAmount, mayBecomeAmount } from "@shared/domain/typedAmount";
import { type ImportView, useRun } from "@/features/imports/useImport";
import { open } from "@/features/navigation";
import { openingFailure } from "@/features/openings/openingFailure";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Button, ErrorBlock, TextField, Words } from "@/ui";

const fields = ["rows", ...openingKinds] as const;
type Field = (typeof fields)[number];

/** What stands in a field as it is sent: rows, or fen; null where that is no number. */
const valueOf = (field: Field, text: string): number | null =>
  field === "rows" ? (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : null) : fenOfTypedAmount(text);

/** The totals that a person types from her own books, before a table of opening balances goes to a second person. None is taken from the table. */
export function HandOn({ view, writes }: { view: ImportView; writes: number }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
  const [tried, setTried] = useState(false);
  const run = useRun(view);
  const failure = openingFailure(run, words, f);
  if (view.state === "done")
    return (
      <>
        <Words live="polite">{writes > 0 ? words.handed : words.allSame}</Words>
        <Button
          id="import-opening"
          text={writes > 0 ? words.see : words.title}
          onTap={() => open(writes > 0 ? routes.opening({ id: view.importId }) : routes.openings())}
        />
      </>
    );
  if (view.state !== "looked" && view.state !== "stopped") return null;
  const values = fields.map((field) => [field, valueOf(field, typed[field] ?? "")] as const);
  const isWhole = values.every(([, value]) => value !== null);
  return (
    <>
      <Words as="head">{words.typedTitle}</Words>
      <Words as="sub" tone="quiet">
        {words.typedNote}
      </Words>
      {fields.map((field) => {
        const text = typed[field] ?? "";
        const value = valueOf(field, text);
        const isWrong = value === null && (tried || (text !== "" && field !== "rows" && !mayBecomeAmount(text)));
        return (
          <TextField
            key={field}
            id={`typed-${field}`}
            kind={field === "rows" ? "number" : "money"}
            label={field === "rows" ? words.rows : words.kinds[field]}
            hint={field === "rows" ? "" : words.typedHint}
            {...(field !== "rows" && { unit: t.common.yuan })}
            value={text}
            fault={isWrong ? words.typedMissing : undefined}
            onChange={(next: string) => setTyped((before) => ({ ...before, [field]: next }))}
          />
        );
      })}
      <Button
        id="import-hand-on"
        kind="primary"
        text={words.submit}
        disabled={run.busy}
        onTap={() => {
          setTried(!isWhole);
          if (isWhole) void run.run(Object.fromEntries(values) as OpeningTotals); // each is a number
        }}
      />
      {failure && <ErrorBlock id="hand-on-failed" failure={failure} />}
    </>
  );
}
