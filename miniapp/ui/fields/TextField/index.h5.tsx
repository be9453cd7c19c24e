import { useWords } from "@/texts";
import { classes } from "../../classes";
import { FieldFrame } from "../FieldFrame";
import { isLong, placesPerSign, type TextFieldProps } from "../types";

export function TextField(props: TextFieldProps) {
  const { t, f } = useWords();
  const {
    id,
    label,
    value,
    onChange,
    onLeave,
    hint = "",
    lengthMax = 100,
    kind = "text",
    unit,
    onEnter,
    required,
    fault,
  } = props;
  return (
    <FieldFrame {...props} bare={kind === "search"}>
      <div className={classes("input", `input-${kind}`, isLong(props) && "input-long")}>
        <input
          id={id}
          className="input-value"
          type={kind === "search" ? "search" : "text"}
          inputMode={kind === "money" || kind === "number" ? "decimal" : "text"}
          autoComplete="off"
          value={value}
          placeholder={hint}
          maxLength={lengthMax * placesPerSign}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => onLeave?.()}
          onKeyDown={(stroke) => {
            // Enter that ends a word of an input method is not the end of the form.
            if (stroke.key === "Enter" && !stroke.nativeEvent.isComposing) onEnter?.();
          }}
          aria-label={f.said(label, required && t.common.required)}
          aria-invalid={fault ? "true" : "false"}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
        {unit && <span className="input-unit">{unit}</span>}
      </div>
    </FieldFrame>
  );
}
