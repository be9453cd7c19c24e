import { useWords } from "@/texts";
import { classes } from "../../classes";
import { FieldFrame } from "../FieldFrame";
import type { DateFieldProps } from "../types";

/** The browser's own calendar behind the day as the person's language writes it. */
export function DateField(props: DateFieldProps) {
  const { f } = useWords();
  const { id, label, value, onChange, min, max, shown, fault } = props;
  return (
    <FieldFrame {...props}>
      <div className="input input-date">
        <span className={classes("input-value", !value && "input-hint")} aria-hidden="true">
          {shown}
        </span>
        <input
          id={id}
          className="input-date-picker"
          type="date"
          value={value}
          min={min}
          max={max}
          onClick={(event) => openCalendar(event.currentTarget)}
          onChange={(event) => onChange(event.target.value)}
          aria-label={f.said(label, shown)}
          aria-invalid={fault ? "true" : "false"}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
      </div>
    </FieldFrame>
  );
}

/** A monitor's browser opens its calendar at its own small sign only, which is not seen here. */
function openCalendar(input: HTMLInputElement): void {
  try {
    if (typeof input.showPicker === "function") input.showPicker();
  } catch {
    // Some browsers allow it only now and then; typing a date works everywhere.
  }
}
