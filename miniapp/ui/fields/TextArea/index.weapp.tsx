import { Textarea, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { a11y } from "../../a11y";
import { FieldFrame } from "../FieldFrame";
import { useWantedFocus } from "../wantedFocus";
import { placesPerSign, type TextAreaProps } from "../types";

export function TextArea(props: TextAreaProps) {
  const { t, f } = useWords();
  const { id, label, value, onChange, onLeave, hint = "", lengthMax, required } = props;
  const { focus, done } = useWantedFocus(id);
  return (
    <FieldFrame {...props}>
      <View className="input input-area">
        <Textarea
          id={id}
          className="input-value input-lines"
          value={value}
          placeholder={hint}
          placeholderClass="input-hint"
          maxlength={lengthMax * placesPerSign}
          autoHeight
          cursorSpacing={160}
          disableDefaultPadding
          onInput={(event) => onChange(event.detail.value)}
          focus={focus}
          onBlur={() => {
            done();
            onLeave?.();
          }}
          {...a11y({ label: f.said(label, required && t.common.required) })}
        />
      </View>
    </FieldFrame>
  );
}
