import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, DateField } from "@/ui";

interface DayChoiceProps {
  id: string;
  label: string;
  /** Empty: none. */
  value: string;
  min?: string;
  fault?: string | null;
  onChange: (on: string) => void;
  mayClear?: boolean;
}

/** A day, which may be none where that is said. */
export function DayChoice({ id, label, value, min, fault = null, onChange, mayClear = false }: DayChoiceProps) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  return (
    <>
      <DateField
        id={id}
        label={label}
        value={value}
        shown={value === "" ? words.dayUnset : f.day(value)}
        fault={fault}
        onChange={onChange}
        {...(min !== undefined && { min })}
      />
      {mayClear && value !== "" && (
        <Button
          id={`${id}-clear`}
          kind="quiet"
          small
          text={words.clearDay}
          label={f.said(label, words.clearDay)}
          onTap={() => onChange("")}
        />
      )}
    </>
  );
}
