import { model, Schema } from "mongoose";
import type { BodyOf } from "@shared/contracts";
import { schemaVersion } from "../../db";

const inside = { _id: false, strict: "throw" } as const;

const viewSchema = new Schema(
  {
    table: { type: String, required: true },
    name: { type: String, required: true },
    columns: {
      type: [
        new Schema({ column: { type: String, required: true }, isShown: { type: Boolean, required: true } }, inside),
      ],
      required: true,
    },
    sort: {
      type: new Schema(
        { by: { type: String, required: true }, isDescending: { type: Boolean, required: true } },
        inside,
      ),
      default: null,
    },
    search: { type: String, default: null },
    filters: {
      type: [new Schema({ filter: { type: String, required: true }, value: { type: String, required: true } }, inside)],
      required: true,
    },
  },
  inside,
);

/** How somebody has set up tables: one small document for each member. */
const tableViewsSchema = new Schema(
  {
    /** The member's. */
    _id: { type: String, required: true },
    schemaVersion,
    views: { type: [viewSchema], required: true },
    revision: { type: Number, required: true },
  },
  { collection: "tableViews", strict: "throw", autoIndex: false, versionKey: false },
);
tableViewsSchema.index({ _id: 1, revision: 1 });

/** Plain, as it is read with lean() and inserted. */
export interface TableViewsRecord {
  _id: string;
  schemaVersion?: number;
  views: BodyOf<"tableViews.set">["views"];
  revision: number;
}

export const TableViewsModel = model<TableViewsRecord>(
  "TableViews",
  tableViewsSchema as unknown as Schema<TableViewsRecord>,
);
