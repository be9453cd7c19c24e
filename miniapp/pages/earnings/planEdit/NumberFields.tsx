import { View } from "@tarojs/components";
import { Fragment } from "react";
import type { Plan } from "@shared/domain/pay/phone";
import { type NumberField, rowsOfTable } from "@/features/plans/planForm";
import { setupWords } from "@/texts/areas/setup";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, TextField, Words } from "@/ui";
import "./numberFields.scss";

interface NumberFieldsProps {
  fields: readonly NumberField[];
  /** Whether what is wrong is said. */
  shown: boolean;
  /** Where rows can be added and taken away. */
  tables: Plan["tables"];
  onRows: (table: string, count: number) => void;
  onType: (path: string, typed: string) => void;
}

/** Every number of a plan, under the name of the part that it is in, with what stands around it. */
export function NumberFields({ fields, shown, tables, onRows, onType }: NumberFieldsProps) {
  const { t, language } = usePageWords(setupWords);
  const words = t.setup.planEdit;
  const units = { yuan: t.common.yuan, percent: "%", plain: "", day: words.dayUnit };
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
            fault={shown && field.isWrong ? words.notNumber[field.unit] : null}
            onChange={(typed) => onType(field.path, typed)}
          />
          {field.place.in === "formula" && (field.place.before || field.place.after) && (
            <View className="number-note">
              <Words as="note" tone="quiet">
                {`${field.place.before} ${field.typed}${units[field.unit]} ${field.place.after}`.trim()}
              </Words>
            </View>
          )}
          {rowsAfter(field)}
        </Fragment>
      ))}
    </Card>
  );

  /** Below the last number of a table: one row more, or less. */
  function rowsAfter({ of, place }: NumberField) {
    const count = tables.find(({ name }) => name === of.name)?.rows.length ?? 0;
    if (place.in !== "table" || place.row !== count - 1) return null;
    return (
      <>
        {count < rowsOfTable.max && (
          <Button id={`rows-more-${of.name}`} text={words.moreRows} onTap={() => onRows(of.name, count + 1)} />
        )}
        {count > rowsOfTable.min && (
          <Button id={`rows-less-${of.name}`} text={words.lessRows} onTap={() => onRows(of.name, count - 1)} />
        )}
      </>
    );
  }

  function labelOf({ of, place }: NumberField): string {
    const name = language === "en" ? (of.nameEn ?? of.name) : of.name;
    if (place.in === "formula") return `${name}${words.slots[place.slot]}`;
    if (place.in === "due") return words.due({ name });
    if (place.in === "example") return words.example({ name });
    return words[place.part]({ name, row: String(place.row + 1) });
  }
}
