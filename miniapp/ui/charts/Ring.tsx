import { Text, View } from "@tarojs/components";
import { a11y } from "../a11y";
import { classes } from "../classes";
import "./Ring.scss";

interface RingProps {
  /** 0 is empty, 1 full; more stays full. For drawing alone: the words carry the exact figure. */
  share: number;
  /** In the middle. */
  text: string;
  /** The chart in one sentence. */
  say: string;
}

export function Ring({ share, text, say }: RingProps) {
  const value = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10;
  return (
    <View className="ring" style={{ "--v": String(value) } as object} {...a11y({ role: "img", label: say })}>
      <View className="ring-hole" {...a11y({ hidden: true })}>
        <Text className={classes("ring-text", sizeOf(text))}>{text}</Text>
      </View>
    </View>
  );
}

/** The hole holds five large signs, such as 86.4%; what needs more digits to be true stands in smaller ones, in wide fonts too. */
function sizeOf(text: string): string | false {
  if (text.length > 6) return "ring-text-s";
  return text.length > 5 && "ring-text-m";
}
