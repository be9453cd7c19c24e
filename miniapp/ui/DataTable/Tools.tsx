import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTableWords } from "@/texts/tableWords";
import type { Column, Filter, TableLook, Views } from "./types";
import { ViewList } from "./ViewList";

interface ToolsProps<Row> {
  id: string;
  columns: readonly Column<Row>[];
  shownIds: readonly string[];
  look: TableLook;
  onLook: (look: TableLook) => void;
  filters: readonly Filter<Row>[];
  searchesLoaded: boolean;
  views: Views | null;
  onExport: (() => void) | null;
  /** What is done with what is selected; none where nothing is, or too much. */
  actions: readonly { id: string; text: (p: { count: number }) => string; run: () => void }[];
  selectedCount: number;
  /** More than these are selected: not taken away at once. */
  tooMany: number | null;
  /** Leaves the search for the rows. */
  onLeave: () => void;
}

/** What stands above a table: search, filters, views, columns, and the way to a file. */
export function Tools<Row>(props: ToolsProps<Row>) {
  const { id, columns, shownIds, look, onLook, filters, searchesLoaded, views, onExport, onLeave } = props;
  const { actions, selectedCount, tooMany } = props;
  const words = useTableWords();
  const searchName = searchesLoaded ? words.searchLoaded : words.search;
  const isFiltered = look.search !== "" || Object.values(look.filters).some((value) => value !== "");
  return (
    <div className="table-tools">
      <input
        id={`${id}-search`}
        className="table-search"
        type="search"
        autoComplete="off"
        maxLength={40}
        aria-label={searchName}
        placeholder={searchName}
        value={look.search}
        onChange={(event) => onLook({ ...look, search: event.target.value })}
        onKeyDown={(stroke) => {
          if (stroke.key !== "ArrowDown" && (stroke.key !== "Enter" || stroke.nativeEvent.isComposing)) return;
          stroke.preventDefault();
          onLeave();
        }}
      />
      {filters.map((filter) => (
        <label key={filter.id} className="table-filter">
          <span>{filter.label}</span>
          <select
            id={`${id}-filter-${filter.id}`}
            value={look.filters[filter.id] ?? ""}
            onChange={(event) => onLook({ ...look, filters: { ...look.filters, [filter.id]: event.target.value } })}
          >
            <option value="">{filter.restText ?? words.all}</option>
            {optionsOf(filter, look.filters[filter.id] ?? "").map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isFiltered && (
        <button
          type="button"
          id={`${id}-clear`}
          className="table-button"
          onClick={() => onLook({ ...look, search: "", filters: {} })}
        >
          {words.clear}
        </button>
      )}
      <span className="table-room" />
      {views && (
        <Drop id={`${id}-views`} text={views.present ?? words.views} label={words.views}>
          <ViewList id={id} views={views} />
        </Drop>
      )}
      <Drop
        id={`${id}-columns`}
        text={words.columnsOf({ shown: shownIds.length, all: columns.length })}
        label={words.columns}
      >
        {columns.map((column, index) => (
          <label key={column.id} className="table-choice">
            <input
              type="checkbox"
              checked={shownIds.includes(column.id)}
              disabled={index === 0}
              onChange={(event) => onLook({ ...look, shown: { ...look.shown, [column.id]: event.target.checked } })}
            />
            <span>{column.title}</span>
          </label>
        ))}
      </Drop>
      {tooMany !== null && (
        <span className="table-note" role="status">
          {words.selectedTooMany({ max: tooMany })}
        </span>
      )}
      {actions.map(({ id: action, text, run }) => (
        <button key={action} type="button" id={`${id}-${action}-selected`} className="table-button" onClick={run}>
          {text({ count: selectedCount })}
        </button>
      ))}
      {onExport && (
        <button type="button" id={`${id}-export`} className="table-button" onClick={onExport}>
          {words.export}
        </button>
      )}
    </div>
  );
}

/** A view may have kept what is offered no more: it stays named as long as the rows are narrowed by it. */
const optionsOf = <Row,>({ options }: Filter<Row>, chosen: string): Filter<Row>["options"] =>
  chosen === "" || options.some(({ value }) => value === chosen)
    ? options
    : [...options, { value: chosen, text: chosen }];

/** A button with what it opens below; Escape closes it, and so does going elsewhere. */
function Drop({ id, text, label, children }: { id: string; text: string; label: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    // A tap on what takes no focus blurs nothing.
    const onTap = ({ target }: Event) => {
      if (target instanceof Node && !around.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onTap);
    return () => document.removeEventListener("pointerdown", onTap);
  }, [isOpen]);
  const onKeyDown = (stroke: KeyboardEvent) => {
    if (stroke.key !== "Escape" || !isOpen) return;
    stroke.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      ref={around}
      className="table-drop"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        id={id}
        className="table-button"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </button>
      {isOpen && (
        <div id={`${id}-list`} className="table-list" role="group" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
