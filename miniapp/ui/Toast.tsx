import { Text, View } from "@tarojs/components";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/texts";
import { a11y } from "./a11y";
import { Tap } from "./Tap";
import "./Toast.scss";

interface ToastProps {
  text: string;
  /** With it, the last action can be taken back for ten seconds. */
  onUndo?: () => void;
  /** What that is called, where 撤回 was what was done. */
  undoText?: string;
  /** When it goes by itself. */
  onGone: () => void;
  seconds?: number;
}

/** One line above the action bar: what was done, and for ten seconds the way back. */
export function Toast({ text, onUndo, undoText, onGone, seconds = onUndo ? 10 : 4 }: ToastProps) {
  const { t } = useWords();
  const [left, setLeft] = useState(seconds);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  useEffect(() => {
    if (left <= 0) {
      gone.current();
      return;
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return (
    <View className="toast" id="toast">
      <Text className="toast-text" {...a11y({ role: "status", live: "polite" })}>
        {text}
      </Text>
      {onUndo && (
        <Tap className="toast-undo" id="undo" label={undoText ?? t.common.undo} onTap={onUndo}>
          <Text>{undoText ?? t.common.undo}</Text>
          <Text {...a11y({ hidden: true })}>{t.common.secondsLeft({ seconds: left })}</Text>
        </Tap>
      )}
    </View>
  );
}
