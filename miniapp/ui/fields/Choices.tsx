import { Text, View } from "@tarojs/components";
import { a11y } from "../a11y";
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
  return (
    <View className={`choices choices-${kind}`} id={id} {...a11y({ role: "radiogroup", label })}>
      {options.map((option) => (
        <Tap
          key={option.value}
          id={`${id}-${option.value}`}
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
