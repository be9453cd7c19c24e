import { View } from "@tarojs/components";
import type { ComponentProps } from "react";
import { ShapeMark, toneOf, Words } from "@/ui";
import { examplesOf } from "../examples";

type Shape = ComponentProps<typeof ShapeMark>["shape"];

const Drawn = ({ shape }: { shape: Shape }) => (
  <View className={`mark mark-${toneOf[shape]}`}>
    <ShapeMark shape={shape} />
    <View className="mark-word">
      <Words as="sub">{shape}</Words>
    </View>
  </View>
);

export const examples = examplesOf("ShapeMark", Drawn, () =>
  // The keys of a table of shapes are shapes.
  Object.fromEntries((Object.keys(toneOf) as Shape[]).map((shape) => [shape, { shape }])),
);
