import { useVirtualizer, type Range, defaultRangeExtractor } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { grouped } from "@shared/domain/moneyText";
import { useTableWords } from "@/texts/tableWords";
import { Empty, Loadable } from "../states";
import { usePrinting } from "../usePrinting";
import { Foot } from "./Foot";
import { Head, sortAfter } from "./Head";
import { type Drawn, Rows } from "./Rows";
import { Tools } from "./Tools";
import type { DataTableProps, Filter, TableLook } from "./types";
import { useGrid } from "./useGrid";
import { useTableModel } from "./useTableModel";
import "./index.scss";

/** As the style sheet has it; larger letters make rows higher, which are then measured. */
const rowPx = 44;
/** From so many rows on only those that are seen are drawn. */
const virtualFrom = 200;
/** Whoever scrolls comes so near to the last row before more are asked for. */
const aheadRows = 15;
/** Loading all stops here: every refresh asks for all that is loaded. */
const loadedMax = 5_000;

/**
 * A list on a monitor: a real table that is read, sorted, searched and gone through by keys, with one tab stop. Only browsers draw it, and
 * only from the width of a monitor on: it comes with the desktop's part of the program.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, look, onLook, state, failure, onRetry, rowId, filters = [], views = null } = props;
  const { rows: loaded, more = null, known = null, openId = null, onOpen, onExport = null } = props;
  const words = useTableWords();
  const room = useRef<HTMLDivElement>(null);
  const model = useTableModel(props);
  const { columns, rows, ids, figures } = model;
  const printedBy = usePrinting(props.printedBy);
  const printing = printedBy !== null;
  const loadAll = useLoadAll(more, loaded.length);

  const isVirtual = rows.length >= virtualFrom && !printing;
  const activeRow = useRef(0);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler: each draw asks anew
  const virtual = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => room.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 8,
    paddingStart: rowPx,
    scrollPaddingStart: rowPx,
    scrollPaddingEnd: rowPx,
    // What has the focus stays drawn, wherever the wheel goes.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), activeRow.current, range.count),
  });
  const { onSelected = [], selectedMax = Infinity } = props;
  const maySelect = onSelected.length > 0 || props.columns.some(({ isSummed }) => isSummed);
  const focusSearch = () => document.getElementById(`${id}-search`)?.focus();
  const grid = useGrid({
    ids,
    maySelect,
    columnCount: columns.length,
    pageRows: () => Math.max(1, Math.floor((room.current?.clientHeight ?? 0) / rowPx) - 2),
    onOpen: onOpen
      ? (openedId) => {
          const row = rows[ids.indexOf(openedId)];
          if (row !== undefined) onOpen(row);
        }
      : null,
    onHead: (at) => {
      const column = columns[at];
      if (column && model.maySort(column)) onLook({ ...look, sort: sortAfter(model.sort, column) });
    },
    onEnd: () => more && !more.busy && more.show(),
    toRow: (row) => {
      activeRow.current = row;
      if (isVirtual) virtual.scrollToIndex(row);
    },
    keys: {
      "/": focusSearch,
      ...(onExport && { e: () => (exportSelected ? exportSelected.run(selected) : onExport()) }),
    },
  });
  const selected = rows.filter((row) => grid.selected.has(rowId(row)));
  const isFew = selected.length > 0 && selected.length <= selectedMax;
  const actions = isFew ? onSelected.map(({ id, text, run }) => ({ id, text, run: () => run(selected) })) : [];
  const exportSelected = onSelected.find(({ isExport }) => isExport && isFew);
  activeRow.current = grid.active.row;

  const drawn: Drawn[] = [];
  let endPx = rowPx;
  if (isVirtual) {
    for (const { index, start, end } of virtual.getVirtualItems()) {
      drawn.push({ index, beforePx: start - endPx });
      endPx = end;
    }
  } else drawn.push(...rows.map((_, index) => ({ index, beforePx: 0 })));
  const rowCount = model.isWhole || figures.of === "all" ? figures.count + 2 : -1;
  const tools = (
    <Tools
      {...{ id, look, onLook, filters, views, onExport, actions }}
      tooMany={onSelected.length > 0 && selected.length > selectedMax ? selectedMax : null}
      selectedCount={selected.length}
      columns={props.columns}
      shownIds={columns.map((column) => column.id)}
      searchesLoaded={!model.isWhole && props.isSearchedByServer !== true}
      onLeave={() => grid.tableRef.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus()}
    />
  );
  return (
    // No landmark of its own: beside a detail its page is one of the same name.
    <div className="data-table" id={id}>
      {tools}
      <Loadable id={id} state={state} failure={failure} onRetry={onRetry}>
        <div
          className="table-scroll"
          ref={room}
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
            const isNearEnd = scrollHeight - scrollTop - clientHeight < aheadRows * rowPx;
            if (isNearEnd && more && !more.busy && !more.failure && loaded.length < loadedMax) more.show();
          }}
        >
          <table
            ref={grid.tableRef}
            role="grid"
            aria-multiselectable={maySelect}
            aria-rowcount={rowCount}
            aria-colcount={columns.length}
            aria-describedby={`${id}-keys`}
            {...grid.tableHandlers}
          >
            {/* Paper has neither the frame's title nor what stands above the table. */}
            <caption className="table-hidden">
              {printing ? [caption, ...narrowedTo(look, filters)].join(" · ") : caption}
            </caption>
            <Head
              columns={columns}
              sort={model.sort ?? props.order ?? null}
              maySort={model.maySort}
              active={grid.active}
            />
            <Rows
              {...{ drawn, rows, ids, columns, openId }}
              afterPx={isVirtual ? virtual.getTotalSize() - endPx : 0}
              active={grid.active}
              selected={grid.selected}
              measure={virtual.measureElement}
            />
            <Foot
              columns={columns}
              figures={figures}
              loadedCount={loaded.length}
              isNarrowedHere={model.isNarrowedHere}
              selected={selected}
              rowIndex={rowCount < 0 ? undefined : rowCount}
            />
          </table>
          {rows.length === 0 && (
            <Empty {...(model.isNarrowedHere ? { text: words.none, note: words.noneNote } : props.empty)} />
          )}
        </div>
        <div className="table-after">
          <span id={`${id}-keys`} className="table-note table-keys">
            {words.keys({ selects: maySelect, exports: onExport !== null })}
          </span>
          <span className="table-note" role="status">
            {more ? loadedWords() : rows.length > 0 && words.end}
          </span>
          {more?.failure && <span role="alert">{more.failure.sentence}</span>}
          {more && (
            <>
              <button type="button" id={`${id}-more`} className="table-button" disabled={more.busy} onClick={more.show}>
                {words.more}
              </button>
              {loaded.length < loadedMax && (
                <button
                  type="button"
                  id={`${id}-all`}
                  className="table-button"
                  disabled={loadAll.isOn}
                  onClick={loadAll.begin}
                >
                  {words.loadAll}
                </button>
              )}
            </>
          )}
        </div>
      </Loadable>
      {printing && <div className="table-print">{printedBy}</div>}
    </div>
  );

  function loadedWords(): string {
    const count = grouped(String(loaded.length));
    if (loaded.length >= loadedMax) return words.tooMany({ max: grouped(String(loadedMax)) });
    if (known === null) return words.loaded({ count });
    const of = known.isAtLeast ? words.atLeast : words.total;
    return `${words.loaded({ count })} / ${of({ count: grouped(String(known.count)) })}`;
  }
}

/** What a table is narrowed to, in words. */
const narrowedTo = <Row,>({ search, filters: chosen }: TableLook, filters: readonly Filter<Row>[]): string[] => [
  ...filters.flatMap(({ id, label, options }) => {
    const value = chosen[id] ?? "";
    return value === "" ? [] : [`${label} ${options.find((one) => one.value === value)?.text ?? value}`];
  }),
  ...(search.trim() === "" ? [] : [`“${search.trim()}”`]),
];

/** The given rows in their order, and one more that may be among them. */
function withRow(indexes: number[], row: number, count: number): number[] {
  if (row < 0 || row >= count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((a, b) => a - b);
}

/** Asks for one page after another until all are here, one fails, or there are too many. */
function useLoadAll(more: DataTableProps<never>["more"], count: number): { isOn: boolean; begin: () => void } {
  const [isOn, setOn] = useState(false);
  const show = more?.show;
  const isDone = !more || more.failure !== null || count >= loadedMax;
  const isBusy = more?.busy ?? false;
  const next = useRef(show);
  useEffect(() => {
    next.current = show;
  });
  if (isOn && isDone) setOn(false);
  useEffect(() => {
    if (isOn && !isDone && !isBusy) next.current?.();
  }, [isOn, isDone, isBusy, count]);
  // One that has failed is asked for again first; all after it once it has come.
  return { isOn, begin: () => (more?.failure ? more.show() : setOn(true)) };
}
