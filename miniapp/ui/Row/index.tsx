import { Text, View } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import { Tap } from "../Tap";
import { unbroken } from "../text/unbroken";
import "./index.scss";

export interface RowProps {
  /** Main text. */
  text: ReactNode;
  /** Second line. */
  note?: ReactNode;
  /** In front: a mark or a picture. */
  lead?: ReactNode;
  /** On the right; stacks below in large type. */
  value?: ReactNode;
  id?: string;
  /** With an action the whole row is a button; `label` says thing and state. */
  onTap?: () => void;
  label?: string;
  /** For choices. */
  checked?: boolean;
  /** A choice keeps the row where it is; opening something shows an arrow. */
  opens?: boolean;
}

/** A line of a card: label and value side by side, below each other where letters are large. */
export function Row({ text, note, lead, value, id, onTap, label, checked, opens = true }: RowProps) {
  const shown = useShown();
  const inside = (
    <>
      {lead !== undefined && <View className="row-lead">{lead}</View>}
      <View className="row-main">
        <View className="row-words">
          <Text className="row-text">{unbroken(shown(text))}</Text>
          {note !== undefined && note !== null && <View className="row-note">{unbroken(shown(note))}</View>}
        </View>
        {value !== undefined && <View className="row-value">{unbroken(shown(value))}</View>}
      </View>
      {onTap && opens && <View className="row-arrow" {...a11y({ hidden: true })} />}
    </>
  );
  if (!onTap)
    return (
      <View className="row" {...(id && { id })}>
        {inside}
      </View>
    );
  return (
    <Tap
      label={label ?? (typeof text === "string" ? text : "")}
      onTap={onTap}
      className={classes("row", "row-tap", checked && "row-checked")}
      {...(checked !== undefined && { role: "radio" as const, checked })}
      {...(id && { id })}
    >
      {inside}
    </Tap>
  );
}

/** The round mark of a choice. */
export const RadioMark = ({ on }: { on: boolean }) => (
  <View className={classes("radio-mark", on && "radio-mark-on")} {...a11y({ hidden: true })} />
);
