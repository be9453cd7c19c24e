import { Text } from "@tarojs/components";
import { classes } from "../classes";
import { Tap } from "../Tap";
import { unbroken } from "../text/unbroken";
import { FieldFrame, type FieldProps } from "./FieldFrame";
import { RadioGroup } from "./RadioGroup";
import "./Choices.scss";

interface ChoicesProps<Value extends string> {
  id: string;
  label: string;
  options: readonly { value: Value; text: string }[];
  value: Value | null;
  onChoose: (value: Value) => void;
  /** segments: a few in one bar; chips: any number, wrapping. */
  kind?: "segments" | "chips";
  /** As one field of a form, with its label above and what is wrong below. */
  field?: Pick<FieldProps, "required" | "fault">;
}

/** One of a few, all in sight. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, label, options, value, onChoose, kind = "chips", field } = props;
  const idOf = (option: Value) => `${id}-${option}`;
  const group = (
    <RadioGroup
      id={id}
      className={`choices choices-${kind}`}
      label={label}
      options={options.map((option) => ({ id: idOf(option.value), choose: () => onChoose(option.value) }))}
    >
      {options.map((option) => (
        <Tap
          key={option.value}
          id={idOf(option.value)}
          className={classes("choice", option.value === value && "choice-on")}
          role="radio"
          checked={option.value === value}
          label={option.text}
          onTap={() => onChoose(option.value)}
        >
          <Text className="choice-text">{unbroken(option.text)}</Text>
        </Tap>
      ))}
    </RadioGroup>
  );
  if (!field) return group;
  return (
    <FieldFrame id={id} label={label} {...field}>
      {group}
    </FieldFrame>
  );
}
