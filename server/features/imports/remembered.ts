import type { ReadTable } from "../../lib/tables/readTable";
import { ImportModel, type ImportRecord } from "./importModel";
import type { ImportChoices } from "./types";

/**
 * What was chosen when a table with these headings was imported from this source last; null where nothing was, or where somebody has chosen
 * for this one already. Of another file encoding, separator and sheet may be others: those are found anew.
 */
export async function rememberedChoices(record: ImportRecord, read: ReadTable): Promise<ImportChoices | null> {
  if (Object.keys(record.choices as ImportChoices).length > 0) return null;
  const { purpose, source } = record;
  const headings = read.layout.columns.map(({ heading }) => heading).join("\n");
  const last = await ImportModel.findOne({ purpose, source, headings, ranAt: { $gt: new Date(0) } })
    .sort({ ranAt: -1 })
    .lean<ImportRecord | null>();
  const { mapping, answers } = (last?.choices ?? {}) as ImportChoices;
  if (!mapping && !answers) return null;
  return { ...(mapping && { mapping }), ...(answers && { answers }) };
}
