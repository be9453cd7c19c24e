import { useTableWords } from "@/texts/tableWords";
import type { Place } from "./keys";
import type { Column, Sort } from "./types";

interface HeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  maySort: (column: Column<Row>) => boolean;
  active: Place;
}

/** Enter or a tap on a cell of the head sorts by its column. */
export function Head<Row>({ columns, sort, maySort, active }: HeadProps<Row>) {
  const words = useTableWords();
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column, at) => {
          const isBy = sort?.by === column.id;
          return (
            <th
              key={column.id}
              scope="col"
              className={`table-cell table-head table-${column.kind}`}
              data-at={`-1:${at}`}
              tabIndex={active.row === -1 && active.column === at ? 0 : -1}
              aria-sort={isBy ? directionOf(sort) : maySort(column) ? "none" : undefined}
              title={isBy || maySort(column) ? undefined : words.sortNeedsAll}
            >
              {column.title}
              {isBy && (
                <span className="table-arrow" aria-hidden="true">
                  {sort.isDescending ? "▼" : "▲"}
                </span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const directionOf = ({ isDescending }: Sort) => (isDescending ? ("descending" as const) : ("ascending" as const));

/** What a tap on a column's head makes of the order: what is counted begins with the most; the third tap leaves it as it came. */
export function sortAfter<Row>(sort: Sort | null, { id, kind }: Column<Row>): Sort | null {
  const first = kind === "amount" || kind === "number" || kind === "day";
  if (sort?.by !== id) return { by: id, isDescending: first };
  return sort.isDescending === first ? { by: id, isDescending: !first } : null;
}
