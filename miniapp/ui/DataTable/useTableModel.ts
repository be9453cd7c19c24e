import {
  createSortedRowModel,
  columnVisibilityFeature,
  type ColumnDef,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import { amountText } from "@shared/domain/moneyText";
import { type Figures, figuresOf } from "./figures";
import type { Column, DataTableProps, Sort } from "./types";

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

/** What a cell says: "—" where it is not known. */
export function textOf<Row>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row);
  const value = column.value(row);
  if (value === null) return "—";
  return typeof value === "string" ? value : column.kind === "amount" ? amountText(value) : String(value);
}

interface TableModel<Row> {
  /** In their order on screen. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  ids: readonly string[];
  /** How the rows that are shown are sorted; null: as they came. */
  sort: Sort | null;
  maySort: (column: Column<Row>) => boolean;
  isWhole: boolean;
  isNarrowedHere: boolean;
  figures: Figures;
}

/** Which columns and rows are shown, in which order, and what stands in the foot. */
export function useTableModel<Row>(props: DataTableProps<Row>): TableModel<Row> {
  const {
    columns,
    rows,
    rowId,
    look,
    more = null,
    known = null,
    serverSorts = [],
    filters = [],
    isSearchedByServer,
  } = props;
  const isWhole = more === null;
  const isShown = (column: Column<Row>, index: number) => index === 0 || (look.shown[column.id] ?? !column.isExtra);
  const visibility = Object.fromEntries(columns.map((column, index) => [column.id, isShown(column, index)]));
  const maySort = ({ id }: Column<Row>) => isWhole || serverSorts.includes(id);
  const sortedBy = columns.find(({ id }) => id === look.sort?.by);
  const sort = look.sort && sortedBy && maySort(sortedBy) ? look.sort : null;

  const words = isSearchedByServer ? "" : look.search.trim().toLowerCase();
  const visible = columns.filter(({ id }) => visibility[id]);
  const visibleIds = visible.map(({ id }) => id).join();
  const kept = filters.flatMap(({ id, keeps }) => {
    const value = look.filters[id] ?? "";
    return keeps && value !== "" ? [{ id, keeps, value }] : [];
  });
  const keptBy = kept.map(({ id, value }) => `${id}=${value}`).join();
  const found = useMemo(() => {
    const left = rows.filter((row) => kept.every(({ keeps, value }) => keeps(row, value)));
    if (words === "") return left;
    const searched = columns.filter(({ id }) => visibleIds.split(",").includes(id));
    return left.filter((row) => searched.some((column) => textOf(column, row).toLowerCase().includes(words)));
    // oxlint-disable-next-line react/exhaustive-deps -- the filters are named by what is chosen of them
  }, [rows, columns, visibleIds, words, keptBy]);

  const defs = useMemo<ColumnDef<typeof features, object>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: object) => column.value(row as Row) ?? undefined,
        sortUndefined: "last",
        sortFn: (a, b, id) => compared(a.getValue(id), b.getValue(id)),
      })),
    [columns],
  );
  const table = useTable({
    features,
    columns: defs,
    data: found as object[],
    getRowId: (row) => rowId(row as Row),
    state: {
      columnVisibility: visibility,
      // Where the server sorts, rows stay as they came.
      sorting: sort && isWhole ? [{ id: sort.by, desc: sort.isDescending }] : [],
    },
    enableSortingRemoval: true,
  });
  const { rows: modelRows } = table.getRowModel();
  const shown = useMemo(() => modelRows.map((row) => row.original as Row), [modelRows]);
  const isNarrowedHere = words !== "" || kept.length > 0;
  return {
    columns: visible,
    rows: shown,
    ids: useMemo(() => modelRows.map((row) => row.id), [modelRows]),
    sort,
    maySort,
    isWhole,
    isNarrowedHere,
    figures: figuresOf({ shown, isWhole, isNarrowedHere }, known, columns),
  };
}

const inChinese = new Intl.Collator("zh-CN", { numeric: true });

function compared(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return inChinese.compare(String(a), String(b));
}
