import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { a11y, keyboard, type Meaning } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import "./index.scss";

export interface TapProps {
  /** Thing and state, read aloud in place of what stands inside. */
  label: string;
  onTap: () => void;
  children: ReactNode;
  id?: string;
  className?: string;
  role?: "button" | "radio" | "checkbox";
  checked?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  onLongPress?: () => void;
}

/** Everything that can be tapped is one of these: role, name, focus and keys come with it. */
export function Tap({ label, onTap, children, id, className, role = "button", disabled = false, ...rest }: TapProps) {
  const { checked, expanded, onLongPress } = rest;
  const act = () => {
    if (!disabled) onTap();
  };
  const shown = useShown();
  const meaning: Meaning = { role, label: shown(label), checked, expanded, ...(disabled && { disabled }) };
  return (
    <View
      {...(id && { id })}
      className={classes("tap", className, disabled && "tap-disabled")}
      hoverClass={disabled ? "none" : "tap-pressed"}
      hoverStartTime={0}
      hoverStayTime={120}
      onClick={act}
      {...(onLongPress && { onLongPress })}
      {...a11y(meaning)}
      {...keyboard(act, !disabled)}
    >
      {children}
    </View>
  );
}
