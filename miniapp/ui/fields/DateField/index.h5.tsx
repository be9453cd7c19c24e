import { FieldFrame } from "../FieldFrame";
import type { DateFieldProps } from "../types";

export function DateField(props: DateFieldProps) {
  const { id, label, value, onChange, min, max, fault } = props;
  return (
    <FieldFrame {...props}>
      <div className="input">
        <input
          id={id}
          className="input-value"
          type="date"
          value={value}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value)}
          aria-label={label}
          aria-invalid={fault ? "true" : "false"}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
      </div>
    </FieldFrame>
  );
}
