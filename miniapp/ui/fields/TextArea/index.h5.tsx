import { useWords } from "@/texts";
import { FieldFrame } from "../FieldFrame";
import { placesPerSign, type TextAreaProps } from "../types";

export function TextArea(props: TextAreaProps) {
  const { t, f } = useWords();
  const { id, label, value, onChange, onLeave, hint = "", lengthMax, required, fault } = props;
  return (
    <FieldFrame {...props}>
      <div className="input input-area">
        <textarea
          id={id}
          className="input-value input-lines"
          rows={4}
          value={value}
          placeholder={hint}
          maxLength={lengthMax * placesPerSign}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => onLeave?.()}
          aria-label={f.said(label, required && t.common.required)}
          aria-invalid={fault ? "true" : "false"}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
      </div>
    </FieldFrame>
  );
}
