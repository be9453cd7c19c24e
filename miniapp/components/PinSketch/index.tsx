import { View } from "@tarojs/components";
import { type Gcj02Point, offsetM } from "@shared/domain/geo";
import { a11y } from "@/ui/a11y";
import "./index.scss";

interface PinSketchProps {
  from: Gcj02Point;
  to: Gcj02Point;
  radiusM: number;
}

/** What stays free around the two circles, of the half of the sketch. */
const margin = 1.1;
/** A circle that would be smaller is still seen. */
const smallestPercent = 3;

/**
 * Where a pin is and where it would be, each with the radius within which check-ins count. North is up; no map is asked of anybody. Whoever draws it says
 * the same in words, which readers of the screen hear.
 */
export function PinSketch({ from, to, radiusM }: PinSketchProps) {
  const { eastM, northM } = offsetM(from, to);
  // From the middle between the two to where the sketch ends.
  const halfM = (Math.max(Math.abs(eastM), Math.abs(northM)) / 2 + radiusM) * margin;
  const percent = (meters: number) => (meters / halfM) * 50;
  const sizePercent = Math.max(2 * percent(radiusM), smallestPercent);
  /** @param side -1: where it is, half of the way before the middle; 1: where it would be */
  const at = (side: -1 | 1) => ({
    left: `${50 + percent((side * eastM) / 2)}%`,
    top: `${50 - percent((side * northM) / 2)}%`,
  });
  const around = (side: -1 | 1) => ({ ...at(side), width: `${sizePercent}%`, height: `${sizePercent}%` });
  return (
    // The words below say all of it.
    <View className="pin-plan" {...a11y({ hidden: true })}>
      <View className="pin-around pin-around-from" style={around(-1)} />
      <View className="pin-around pin-around-to" style={around(1)} />
      <View className="pin-at pin-at-from" style={at(-1)} />
      <View className="pin-at pin-at-to" style={at(1)} />
    </View>
  );
}
