import { Text, View } from "@tarojs/components";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import { widthOf } from "./shared";
import "./Bullet.scss";

interface BulletProps {
  /** Result and time gone as parts of the target, for drawing alone. */
  share: number;
  pace: number | null;
  /** Words under the two marks. */
  targetText: string;
  paceText: string | null;
  say: string;
  slim?: boolean;
}

/** A result on a scale that ends at its target, or beyond it where the result is: solid line = target, dashed line = time gone. */
export function Bullet({ share, pace, targetText, paceText, say, slim }: BulletProps) {
  const shown = useShown();
  const scale = Math.max(1, share, pace ?? 0);
  const target = widthOf(1, scale);
  return (
    <View className={classes("bullet", slim && "bullet-slim")} {...a11y({ role: "img", label: shown(say) })}>
      <View className="bullet-track" {...a11y({ hidden: true })}>
        <View className={classes("bullet-fill", share > 0 && "bullet-some")} style={{ width: widthOf(share, scale) }} />
        {pace !== null && <View className="bullet-pace" style={{ left: widthOf(pace, scale) }} />}
        <View className="bullet-target" style={{ left: target }} />
      </View>
      {!slim && (
        <View className="bullet-words" {...a11y({ hidden: true })}>
          {paceText !== null && (
            <View className="bullet-word">
              <View className="bullet-key bullet-key-pace" />
              <Text>{shown(paceText)}</Text>
            </View>
          )}
          <View className="bullet-word">
            <View className="bullet-key bullet-key-target" />
            <Text>{shown(targetText)}</Text>
          </View>
        </View>
      )}
    </View>
  );
}
