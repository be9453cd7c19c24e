import { Fragment } from "react";
import type { NumberField } from "@/features/plans/planForm";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Card, TextField, Words } from "@/ui";

interface NumberFieldsProps {
  fields: readonly NumberField[];
  /** Whether what is wrong is said. */
  shown: boolean;
  onType: (path: string, typed: string) => void;
}

/** Every number of a plan, under the name of the part that it is in, with what stands around it. */
export function NumberFields({ fields, shown, onType }: NumberFieldsProps) {
  const { t, language } = usePageWords(setupWords);
  const words = t.setup.planEdit;
  const units = { yuan: t.common.yuan, percent: "%", plain: "" };
  return (
    <Card title={words.numbers}>
      {fields.map((field) => (
        <Fragment key={field.path}>
          <TextField
            id={`number-${field.path.replaceAll(".", "-")}`}
            kind="number"
            label={labelOf(field)}
            lengthMax={20}
            value={field.typed}
            unit={units[field.unit]}
            fault={shown && field.isWrong ? words.notNumber : null}
            onChange={(typed) => onType(field.path, typed)}
          />
          {field.place.in === "formula" && (field.place.before || field.place.after) && (
            <Words as="note" tone="quiet">
              {`${field.place.before} ${field.typed}${units[field.unit]} ${field.place.after}`.trim()}
            </Words>
          )}
        </Fragment>
      ))}
    </Card>
  );

  function labelOf({ of, place }: NumberField): string {
    const name = language === "en" ? (of.nameEn ?? of.name) : of.name;
    if (place.in === "formula") return `${name}${words.slots[place.slot]}`;
    if (place.in === "example") return words.example({ name });
    return words[place.part]({ name, row: String(place.row + 1) });
  }
}
