import { PinSketch } from "@/components/PinSketch";
import { examplesOf } from "../examples";

const from = { latDeg: 23.1064, lngDeg: 113.3247 };

export const examples = examplesOf("PinSketch", PinSketch, () => ({
  near: { from, to: { latDeg: 23.1072, lngDeg: 113.3261 }, radiusM: 200 },
  far: { from, to: { latDeg: 23.0264, lngDeg: 113.1247 }, radiusM: 200 },
  "at the same place": { from, to: from, radiusM: 200 },
}));
