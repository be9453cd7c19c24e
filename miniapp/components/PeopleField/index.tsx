import { View } from "@tarojs/components";
import { namesIn, withPerson } from "@shared/domain/people";
import { tidiedLine } from "@shared/domain/tidyText";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, TextField } from "@/ui";
import "./index.scss";

export interface PeopleFieldProps {
  id: string;
  label: string;
  required?: boolean;
  value: string;
  fault: string | null;
  /** Who is known at the client: one tap names them. */
  known: readonly string[];
  onChange: (people: string) => void;
}

/** With whom one was: those who are known by a tap, others as they are typed. Nobody is added to the client by it. */
export function PeopleField({ id, label, required, value, fault, known, onChange }: PeopleFieldProps) {
  const { t } = usePageWords(fieldWords);
  const words = t.field.visit;
  const named = namesIn(value);
  return (
    <>
      <TextField
        id={id}
        label={label}
        hint={words.peopleMetHint}
        value={value}
        fault={fault}
        {...(required && { required })}
        onChange={(typed) => onChange(tidiedLine(typed))}
      />
      {known.length > 0 && (
        <View className="people-names">
          {known.map((name, n) => (
            <Button
              key={name}
              id={`${id}-${n}`}
              small
              text={named.includes(name) ? words.withoutPerson({ name }) : words.withPerson({ name })}
              onTap={() => onChange(withPerson(value, name))}
            />
          ))}
        </View>
      )}
    </>
  );
}
