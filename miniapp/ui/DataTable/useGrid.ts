import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { placeAfter, type Place, rangeOf } from "./keys";

interface GridOptions {
  ids: readonly string[];
  /** Whether there is anything to select rows for. */
  maySelect: boolean;
  columnCount: number;
  pageRows: () => number;
  onOpen: ((id: string) => void) | null;
  /** A cell of the head. */
  onHead: (column: number) => void;
  /** Past the last row. */
  onEnd: () => void;
  /** Brings a row that may not be drawn to where it is seen. */
  toRow: (row: number) => void;
  keys: Readonly<Record<string, () => void>>;
}

interface Grid {
  active: Place;
  selected: ReadonlySet<string>;
  tableHandlers: {
    onKeyDown: (stroke: KeyboardEvent) => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
    onClick: (event: MouseEvent) => void;
    onMouseDown: (event: MouseEvent) => void;
  };
  tableRef: RefObject<HTMLTableElement>;
}

/** The one tab stop of a table, which keys take from cell to cell, and the rows that somebody has selected. */
export function useGrid({
  ids,
  maySelect,
  columnCount,
  pageRows,
  onOpen,
  onHead,
  onEnd,
  toRow,
  keys,
}: GridOptions): Grid {
  const tableRef = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place & { id: string | null }>({ row: 0, column: 0, id: null });
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const wantsFocus = useRef(false);
  const focused = useRef<HTMLElement | null>(null);

  const active = presentPlace(at, ids, columnCount);
  const go = (place: Place) => {
    setAt({ ...place, id: ids[place.row] ?? null });
    if (place.row >= 0) toRow(place.row);
    wantsFocus.current = true;
  };
  useLayoutEffect(() => {
    // Row or table have gone with an answer: whoever was there goes on where that stands now, unless they have gone elsewhere.
    const isLost = focused.current?.isConnected === false && document.activeElement === document.body;
    if (!wantsFocus.current && !isLost) return;
    const cell = tableRef.current?.querySelector<HTMLElement>(`[data-at="${active.row}:${active.column}"]`);
    if (!cell) return; // It is drawn with the next update.
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    focused.current = cell;
    showWhole(cell);
  });

  const toggle = (id: string) => {
    if (!maySelect) return;
    anchor.current = id;
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const selectTo = (from: number, to: number) => {
    if (!maySelect) return;
    // What a range began with may have been filtered out since.
    if (anchor.current === null || !ids.includes(anchor.current)) anchor.current = ids[from] ?? null;
    const start = anchor.current === null ? from : ids.indexOf(anchor.current);
    setSelected(new Set(rangeOf(ids, start, to)));
  };

  const onKeyDown = (stroke: KeyboardEvent) => {
    if (stroke.altKey || stroke.metaKey || placeOf(stroke.target) === null) return;
    const done = () => {
      stroke.preventDefault();
      stroke.stopPropagation();
    };
    const { row, column } = active;
    const id = ids[row];
    const act = stroke.ctrlKey ? undefined : keys[stroke.key];
    if (act) {
      done();
      act();
      return;
    }
    if (stroke.key === "Enter" || stroke.key === " ") {
      done();
      if (stroke.repeat) return; // It is held down.
      if (row < 0) onHead(column);
      else if (id !== undefined) (stroke.key === " " ? toggle : (onOpen ?? toggle))(id);
      return;
    }
    const size = { rows: ids.length, columns: columnCount, pageRows: pageRows() };
    const next = placeAfter(active, stroke.key, stroke.ctrlKey, size);
    if (!next) return;
    done();
    if (next.row === row && row === ids.length - 1 && /Down$/.test(stroke.key)) onEnd();
    const isVertical = stroke.key === "ArrowUp" || stroke.key === "ArrowDown";
    if (stroke.shiftKey && isVertical && next.row >= 0 && row >= 0) selectTo(row, next.row);
    else if (isVertical) anchor.current = null;
    go(next);
  };
  const onFocus = ({ target }: FocusEvent) => {
    const place = placeOf(target);
    focused.current = place && target instanceof HTMLElement ? target : null;
    if (place && (place.row !== active.row || place.column !== active.column))
      setAt({ ...place, id: ids[place.row] ?? null });
  };
  // What is taken out of the page is not said to be left.
  const onBlur = () => {
    focused.current = null;
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf((event.target as Element).closest("[data-at]"));
    // Whoever is used to it taps twice: it has been opened by then.
    if (!place || event.detail > 1) return;
    const id = ids[place.row];
    if (place.row < 0) onHead(place.column);
    else if (id === undefined) return;
    else if (event.shiftKey) {
      selectTo(Math.max(active.row, 0), place.row);
      go(place);
    } else if (event.ctrlKey || event.metaKey) toggle(id);
    else onOpen?.(id);
  };
  // With Shift a range grows from where one was: the tap neither moves there before, nor marks the text in between.
  const onMouseDown = (event: MouseEvent) => {
    if (event.shiftKey) event.preventDefault();
  };
  return { active, selected, tableRef, tableHandlers: { onKeyDown, onFocus, onBlur, onClick, onMouseDown } };
}

/** Where the person was, by the row: others may stand before it by now. */
function presentPlace(at: Place & { id: string | null }, ids: readonly string[], columnCount: number): Place {
  const found = at.id === null ? -1 : ids.indexOf(at.id);
  const row = at.row < 0 || ids.length === 0 ? -1 : found >= 0 ? found : Math.min(at.row, ids.length - 1);
  return { row, column: Math.min(at.column, Math.max(columnCount - 1, 0)) };
}

function placeOf(target: unknown): Place | null {
  const said = target instanceof HTMLElement ? target.dataset["at"] : undefined;
  const [row, column] = said?.split(":").map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** Head, foot and first column lie over the rest: what has the focus is moved out from below them. */
function showWhole(cell: HTMLElement): void {
  const room = cell.closest<HTMLElement>(".table-scroll");
  if (!room) return;
  const [head, foot] = [room.querySelector("thead"), room.querySelector("tfoot")];
  const first = cell.parentElement?.firstElementChild;
  const [box, view] = [cell.getBoundingClientRect(), room.getBoundingClientRect()];
  const low = view.top + (head?.offsetHeight ?? 0);
  const high = view.bottom - (foot?.offsetHeight ?? 0);
  if (!head?.contains(cell)) {
    if (box.top < low) room.scrollTop -= low - box.top;
    else if (box.bottom > high) room.scrollTop += box.bottom - high;
  }
  if (first === cell) return;
  const left = view.left + (first?.getBoundingClientRect().width ?? 0);
  if (box.left < left) room.scrollLeft -= left - box.left;
  else if (box.right > view.right) room.scrollLeft += box.right - view.right;
}
