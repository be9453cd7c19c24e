import { Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { classes } from "../classes";
import { Tap } from "../Tap";
import { FieldFrame, type FieldProps } from "./FieldFrame";

interface ChoiceFieldProps extends FieldProps {
  /** What is chosen; null: nothing yet. */
  chosen: string | null;
  /** In its place until then. */
  hint: string;
  onTap: () => void;
}

/** A field whose value is chosen from a list that it opens. */
export function ChoiceField({ chosen, hint, onTap, ...frame }: ChoiceFieldProps) {
  const { t, f } = useWords();
  const { id, label, required, fault } = frame;
  return (
    <FieldFrame {...frame}>
      <Tap
        id={id}
        className="input input-choice"
        label={f.said(label, chosen ?? hint, required && chosen === null && t.common.required, fault)}
        onTap={onTap}
      >
        <Text className={classes("input-value", chosen === null && "input-hint")}>{chosen ?? hint}</Text>
        <View className="row-arrow" />
      </Tap>
    </FieldFrame>
  );
}
