import { Input, Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { a11y } from "../../a11y";
import { classes } from "../../classes";
import { FieldFrame } from "../FieldFrame";
import { useWantedFocus } from "../wantedFocus";
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
  } = props;
  const { focus, done } = useWantedFocus(id);
  return (
    <FieldFrame {...props} bare={kind === "search"}>
      <View className={classes("input", `input-${kind}`, isLong(props) && "input-long")}>
        <Input
          id={id}
          className="input-value"
          type={kind === "money" || kind === "number" ? "digit" : "text"}
          confirmType={kind === "search" ? "search" : "done"}
          value={value}
          placeholder={hint}
          placeholderClass="input-hint"
          maxlength={lengthMax * placesPerSign}
          onInput={(event) => onChange(event.detail.value)}
          focus={focus}
          onBlur={() => {
            done();
            onLeave?.();
          }}
          onConfirm={() => onEnter?.()}
          {...a11y({ label: f.said(label, required && t.common.required) })}
        />
        {unit && <Text className="input-unit">{unit}</Text>}
      </View>
    </FieldFrame>
  );
}
