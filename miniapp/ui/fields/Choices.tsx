import { Text, View } from "@tarojs/components";
import { a11y, arrowKeys } from "../a11y";
import { classes } from "../classes";
import { Tap } from "../Tap";
import "./Choices.scss";

interface ChoicesProps<Value extends string> {
  id: string;
  label: string;
  options: readonly { value: Value; text: string }[];
  value: Value | null;
  onChoose: (value: Value) => void;
  /** segments: a few in one bar; chips: any number, wrapping. */
  kind?: "segments" | "chips";
}

/** One of a few, all in sight. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, label, options, value, onChoose, kind = "chips" } = props;
  const idOf = (option: Value | undefined) => `${id}-${option}`;
  const chooseBeside = (step: 1 | -1): string => {
    const count = options.length;
    const chosen = options.findIndex((option) => option.value === value);
    // Before the first choice, forwards begins at the front and backwards at the end.
    const from = chosen < 0 && step < 0 ? count : chosen;
    const next = options[(from + step + count) % count];
    if (next) onChoose(next.value);
    return idOf(next?.value);
  };
  return (
    <View
      className={`choices choices-${kind}`}
      id={id}
      {...a11y({ role: "radiogroup", label })}
      {...arrowKeys(chooseBeside)}
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
          <Text className="choice-text">{option.text}</Text>
        </Tap>
      ))}
    </View>
  );
}
