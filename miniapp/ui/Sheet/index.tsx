import { Text, View } from "@tarojs/components";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { useShown } from "../frame";
import { Tap } from "../Tap";
import { unbroken } from "../text/unbroken";
import { BackKey } from "./BackKey";
import { holdFocus } from "./focus";
import "./index.scss";

interface SheetProps {
  id: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at its foot. */
  foot?: ReactNode;
}

/** A choice or an answer that rises from below. At most one at a time; it takes the focus and gives it back. */
export function Sheet({ id, title, onClose, children, foot }: SheetProps) {
  const { t } = useWords();
  const shown = useShown();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => holdFocus(id, () => close.current()), [id]);
  return (
    <View className="sheet" catchMove>
      <BackKey onBack={onClose} />
      <View
        className="sheet-shade"
        onClick={onClose}
        {...a11y({ role: "button", label: t.common.close, hidden: true })}
      />
      <View
        id={id}
        className="sheet-panel"
        {...a11y({ role: "dialog", modal: true, label: shown(title) })}
        {...focusable}
      >
        <View className="sheet-head">
          <Text className="sheet-title" {...a11y({ role: "heading", level: 2 })}>
            {unbroken(shown(title))}
          </Text>
          <Tap className="sheet-close" label={t.common.close} onTap={onClose} id={`${id}-close`}>
            <View className="sheet-cross" {...a11y({ hidden: true })} />
          </Tap>
        </View>
        <View className="sheet-body">{children}</View>
        {foot && <View className="sheet-foot">{foot}</View>}
      </View>
    </View>
  );
}

const focusable: object = process.env.TARO_ENV === "h5" ? { tabIndex: -1 } : {};
