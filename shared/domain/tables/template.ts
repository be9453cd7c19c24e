import type { Purpose } from "./purposes";
import type { TableWorld } from "./world";

/** A column of an empty table for a purpose: what it is called there, and what may stand in it. */
export interface TemplateColumn {
  field: string;
  heading: string;
  /** A row without it waits. */
  isRequired: boolean;
  /** Where its values are of a list: all of them. */
  values: string[];
  /** What stands in the example row, which is never imported; empty: nothing. */
  example: string;
}

/** The table that a purpose is easiest read from: the columns that have an example, by their first heading. */
export const templateOf = (purpose: Purpose, world: Pick<TableWorld, "grades" | "stages">): TemplateColumn[] =>
  purpose.columns.flatMap(({ field, headings: [heading], required, values, example }) =>
    example === undefined || heading === undefined
      ? []
      : {
          ...{ field, heading, example, isRequired: required !== undefined },
          values: values ? [...world[values]] : [],
        },
  );
