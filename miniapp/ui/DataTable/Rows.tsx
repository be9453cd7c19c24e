import { Amount } from "../Amount";
import { classes } from "../classes";
import type { Place } from "./keys";
import type { Column } from "./types";
import { textOf } from "./useTableModel";

/** Some rows of a virtual table, with the room that those left out take before each. */
export interface Drawn {
  index: number;
  beforePx: number;
}

interface RowsProps<Row> {
  drawn: readonly Drawn[];
  afterPx: number;
  rows: readonly Row[];
  ids: readonly string[];
  columns: readonly Column<Row>[];
  active: Place;
  selected: ReadonlySet<string>;
  openId: string | null;
  measure: (row: HTMLTableRowElement | null) => void;
}

export function Rows<Row>(props: RowsProps<Row>) {
  const { drawn, afterPx, rows, ids, columns, active, selected, openId, measure } = props;
  return (
    <tbody>
      {drawn.flatMap(({ index, beforePx }) => {
        const [row, id] = [rows[index], ids[index]];
        if (row === undefined || id === undefined) return [];
        return [
          beforePx > 0 && <Gap key={`before-${id}`} px={beforePx} columns={columns.length} />,
          <tr
            key={id}
            ref={measure}
            data-index={index}
            className={classes(
              "table-row",
              selected.has(id) && "table-row-selected",
              openId === id && "table-row-open",
            )}
            aria-rowindex={index + 2}
            aria-selected={selected.has(id)}
            aria-current={openId === id ? "true" : undefined}
          >
            {columns.map((column, at) => (
              <Cell key={column.id} {...{ row, column, at, index, active }} isSelected={selected.has(id)} />
            ))}
          </tr>,
        ];
      })}
      {afterPx > 0 && <Gap px={afterPx} columns={columns.length} />}
    </tbody>
  );
}

const Gap = ({ px, columns }: { px: number; columns: number }) => (
  <tr className="table-gap" aria-hidden="true">
    <td colSpan={columns} style={{ height: px }} />
  </tr>
);

interface CellProps<Row> {
  row: Row;
  column: Column<Row>;
  at: number;
  index: number;
  active: Place;
  isSelected: boolean;
}

function Cell<Row>({ row, column, at, index, active, isSelected }: CellProps<Row>) {
  const isActive = active.row === index && active.column === at;
  const common = {
    className: `table-cell table-${column.kind}`,
    "data-at": `${index}:${at}`,
    tabIndex: isActive ? 0 : -1,
  };
  if (at > 0) return <td {...common}>{shownOf(column, row)}</td>;
  return (
    <th scope="row" {...common}>
      {isSelected && (
        <span className="table-tick" aria-hidden="true">
          ✓
        </span>
      )}
      {shownOf(column, row)}
    </th>
  );
}

function shownOf<Row>(column: Column<Row>, row: Row) {
  if (column.show) return column.show(row);
  const value = column.value(row);
  if (column.kind === "amount" && typeof value === "number") return <Amount fen={value} plain size="sub" />;
  return textOf(column, row);
}
