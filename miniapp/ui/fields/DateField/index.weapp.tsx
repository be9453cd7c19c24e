import { Picker, Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { a11y } from "../../a11y";
import { classes } from "../../classes";
import { FieldFrame } from "../FieldFrame";
import type { DateFieldProps } from "../types";

export function DateField(props: DateFieldProps) {
  const { f } = useWords();
  const { id, label, value, onChange, min, max, shown } = props;
  return (
    <FieldFrame {...props}>
      <Picker
        id={id}
        mode="date"
        value={value}
        {...(min && { start: min })}
        {...(max && { end: max })}
        onChange={(event) => onChange(event.detail.value)}
        {...a11y({ role: "button", label: f.said(label, shown) })}
      >
        <View className="input">
          <Text className={classes("input-value", !value && "input-hint")}>{shown}</Text>
        </View>
      </Picker>
    </FieldFrame>
  );
}
