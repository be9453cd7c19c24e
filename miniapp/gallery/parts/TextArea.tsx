import { type ComponentProps, useState } from "react";
import { TextArea } from "@/ui";
import { examplesOf } from "../examples";
import { longSentence } from "../given/names";

type Props = Omit<ComponentProps<typeof TextArea>, "onChange">;

function Kept({ value, ...props }: Props) {
  const [text, change] = useState(value);
  return <TextArea {...props} value={text} onChange={change} />;
}

export const examples = examplesOf("TextArea", Kept, (words) => {
  const { say } = words;
  const field = {
    label: say("客户说了什么", "What the client said"),
    hint: say("写一两句", "A sentence or two"),
    value: "",
    lengthMax: 500,
  };
  return {
    empty: { ...field, id: "area-empty", required: true },
    filled: { ...field, id: "area-filled", value: longSentence(words), aside: `${longSentence(words).length} / 500` },
    wrong: { ...field, id: "area-wrong", required: true, fault: say("写一句再提交", "Write a sentence first") },
  };
});
