import { Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { type Shape, type StatusMarks, statusMarks, toneOf } from "./statusMarks";
import "./index.scss";

/** What a mark is about, and its value: `about="money" is="earned"`. */
type Said = { [About in keyof StatusMarks]: { about: About; is: keyof StatusMarks[About] } }[keyof StatusMarks];

/** Shape and word, never colour alone. As a chip it stands on its own ground. */
export function StatusMark(props: Said & { chip?: boolean; id?: string }) {
  const { t } = useWords();
  // The union above pairs each word with its row; indexing cannot see that.
  const shape = (statusMarks[props.about] as Record<string, Shape>)[props.is] ?? "ring";
  const word = (t.status[props.about] as Record<string, string>)[props.is] ?? "";
  const tone = toneOf[shape];
  return (
    <View
      className={classes("mark", `mark-${tone}`, props.chip && `mark-chip mark-chip-${tone}`)}
      {...(props.id && { id: props.id })}
    >
      <ShapeMark shape={shape} />
      <Text className="mark-word">{word}</Text>
    </View>
  );
}

/** The drawing alone; its word stands beside it. */
export function ShapeMark({ shape }: { shape: Shape }) {
  return (
    <View className={`shape shape-${shape}`} {...a11y({ hidden: true })}>
      {shape === "question" && <Text className="shape-sign">?</Text>}
    </View>
  );
}
