import { useState } from "react";
import { useTableWords } from "@/texts/tableWords";
import type { Views } from "./types";

/** The longest name that a view may have. */
const nameMax = 20;

/** The views that somebody has kept, and a name for how the table stands now. */
export function ViewList({ id, views }: { id: string; views: Views }) {
  const words = useTableWords();
  const [name, setName] = useState("");
  const typed = name.trim();
  const keep = () => {
    if (typed === "" || views.busy) return;
    views.keep(typed);
    setName("");
  };
  return (
    <>
      {views.names.length === 0 && <span className="table-note">{words.noViews}</span>}
      {views.names.map((one) => (
        <div key={one} className="table-view">
          <button
            type="button"
            className="table-button table-view-name"
            aria-pressed={one === views.present}
            onClick={() => views.choose(one)}
          >
            {one}
          </button>
          <button
            type="button"
            className="table-button"
            disabled={views.busy}
            aria-label={words.removeView({ name: one })}
            onClick={() => views.remove(one)}
          >
            ×
          </button>
        </div>
      ))}
      <div className="table-view">
        <input
          id={`${id}-view-name`}
          className="table-search"
          aria-label={words.viewName}
          placeholder={words.viewName}
          maxLength={nameMax}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(stroke) => {
            if (stroke.key === "Enter" && !stroke.nativeEvent.isComposing) keep();
          }}
        />
        <button type="button" className="table-button" disabled={typed === "" || views.busy} onClick={keep}>
          {words.keepView}
        </button>
      </div>
      {views.failure && (
        <span className="table-note" role="alert">
          {views.failure.sentence}
        </span>
      )}
    </>
  );
}
