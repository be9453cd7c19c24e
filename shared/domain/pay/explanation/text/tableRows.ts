import type { Language, Table, TraceRow } from "../../types";
import { rateText, rowRange } from "./valueText";

/** Each row of a table as people read it: `超过20万`, `2%`; factors stay decimals. */
export function tableRows(table: Table, language: Language): { range: string; value: string }[] {
  if (table.kind === "lookup") {
    const others = { range: language === "en" ? "others" : "其他", value: lookupText(table.otherwise, table.unit) };
    return [...table.rows.map(({ key, value }) => ({ range: key, value: lookupText(value, table.unit) })), others];
  }
  return table.rows.map(({ upTo, includes = true, value }, index) => {
    const below = table.rows[index - 1];
    const row: TraceRow = {
      table: table.name,
      tableEn: null,
      by: table.by,
      from: below?.upTo ?? null,
      fromIncluded: below ? !(below.includes ?? true) : false,
      to: upTo,
      toIncluded: includes,
      key: null,
      value,
      mode: null,
      parts: [],
    };
    return { range: rowRange(row, language), value: table.by === "money" ? rateText(value) : value };
  });
}

const lookupText = (value: string, unit: string | undefined): string => (unit === "ratio" ? rateText(value) : value);
