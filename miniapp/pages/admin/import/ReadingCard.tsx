import type { ImportChoices, ImportView } from "@/features/imports/useImport";
import type { Formats } from "@/texts";
import { known } from "@/texts/known";
import { importsWords } from "@/texts/areas/imports";
import { usePageWords } from "@/texts/pageWords";
import type { imports } from "@/texts/zhCN/imports";
import { Card, ChoiceField, Row, Words } from "@/ui";
import type { Choice } from "./ChoosingSheet";

type Found = NonNullable<ImportView["found"]>;

interface ReadingCardProps {
  view: ImportView;
  found: Found;
  onChoose: (choice: Choice) => void;
}

/** How a file is read: each of it is as it was found, and can be said otherwise. */
export function ReadingCard({ view, found, onChoose }: ReadingCardProps) {
  const { t, f } = usePageWords(importsWords);
  const words = t.imports;
  const fieldOf = (field: string) => known(words.fields, field) ?? field;
  const general = [...generalChoices(found, words), ...ownerChoice(view, found, words)];
  // What somebody has left out stays so, though a heading of that name would be found again.
  const leftOut = (view.choices.mapping ?? []).filter(({ field }) => field === null);
  const mapped = (heading: string, field: string | null): ImportChoices => ({
    mapping: [
      ...leftOut.filter((one) => one.heading !== heading),
      ...found.columns
        .filter((one) => one.field !== null && one.heading !== heading && one.field !== field)
        .map((one) => ({ heading: one.heading, field: one.field })),
      { heading, field },
    ],
  });
  const columnChoice = ({ heading, field }: Found["columns"][number]): Choice => ({
    id: "column",
    title: words.change({ heading }),
    value: field ?? "",
    options: [
      { value: "", text: words.unused, choices: mapped(heading, null) },
      ...view.fields.map((one) => ({ value: one, text: fieldOf(one), choices: mapped(heading, one) })),
    ],
  });
  return (
    <>
      <Card id="import-reading" title={words.reading}>
        {general.map((choice) => (
          <ChoiceField
            key={choice.id}
            id={`reading-${choice.id}`}
            label={choice.title}
            chosen={choice.options.find(({ value }) => value === choice.value)?.text ?? choice.value}
            hint={choice.title}
            onTap={() => onChoose(choice)}
          />
        ))}
        {found.hiddenRows > 0 && <Words as="sub">{words.hidden({ count: String(found.hiddenRows) })}</Words>}
        {found.isRemembered && <Words as="sub">{words.remembered}</Words>}
        {questionTexts(found, words, f).map((text) => (
          <Words key={text} as="sub">
            {text}
          </Words>
        ))}
      </Card>
      {view.fields.includes("name") && found.columns.every(({ field }) => field !== "name") && (
        <Card id="import-nameless" tone="warn">
          <Words live="polite">{words.nameless}</Words>
        </Card>
      )}
      <Card id="import-columns" title={words.columns} flush>
        {found.columns.map((column, n) => (
          <Row
            key={`${column.heading}-${n}`}
            id={`column-${n}`}
            text={column.heading}
            note={column.sample ? words.columnNote({ sample: column.sample }) : undefined}
            value={column.field === null ? words.unused : fieldOf(column.field)}
            label={`${column.heading} ${column.field === null ? words.unused : fieldOf(column.field)}`}
            onTap={() => onChoose(columnChoice(column))}
          />
        ))}
      </Card>
    </>
  );
}

/** From when on new clients are whose the table says, and whether those that are there already go to them: only where somebody says so. */
function ownerChoice({ choices }: ImportView, found: Found, words: ImportWords): Choice[] {
  if (!found.columns.some(({ field }) => field === "owner")) return [];
  return [
    {
      ...{ id: "owned-since", title: words.ownedSince, value: choices.ownedSince ?? "always" },
      options: [
        { value: "always", text: words.ownedAlways, choices: { ownedSince: "always" } },
        { value: "today", text: words.ownedToday, choices: { ownedSince: "today" } },
      ],
    },
    {
      ...{ id: "owners", title: words.owners, value: choices.givesOwners ? "give" : "keep" },
      options: [
        { value: "keep", text: words.ownersKeep, choices: { givesOwners: false } },
        { value: "give", text: words.ownersGive, choices: { givesOwners: true } },
      ],
    },
  ];
}

type ImportWords = typeof imports;

function generalChoices(found: Found, words: ImportWords): Choice[] {
  const choices: Choice[] = [];
  if (found.container === "text") {
    const encodings = ["utf-8", "gb18030", "utf-16le", "utf-16be"] as const;
    const separators = [",", ";", "\t", "|"] as const;
    choices.push(
      {
        ...{ id: "encoding", title: words.encoding, value: found.encoding },
        options: encodings.map((value) => ({ value, text: words.encodings[value], choices: { encoding: value } })),
      },
      {
        ...{ id: "separator", title: words.separator, value: found.separator },
        options: separators.map((value) => ({ value, text: words.separators[value], choices: { separator: value } })),
      },
    );
  }
  if (found.sheets.length > 1) {
    choices.push({
      ...{ id: "sheet", title: words.sheet, value: found.sheet },
      options: found.sheets.map((value) => ({ value, text: value, choices: { sheet: value } })),
    });
  }
  choices.push({
    ...{ id: "header", title: words.header, value: String(found.headerRows[0] ?? "") },
    options: found.head.map(({ row, text }) => ({
      value: String(row),
      text: words.headerRow({ row: String(row), text: text || words.empty }),
      choices: { headerRow: row },
    })),
  });
  return choices;
}

function questionTexts({ questions }: Found, words: ImportWords, f: Formats): string[] {
  return questions.flatMap(({ code, values }) => {
    if (code === "sheet") return words.questions.sheet;
    if (code === "example_row") return words.questions.example_row;
    return code === "column_left_out" ? words.questions.column_left_out({ names: f.names(values) }) : [];
  });
}
