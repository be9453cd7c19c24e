import { Text, View } from "@tarojs/components";
import { a11y } from "../a11y";
import { classes } from "../classes";
import "./BandStrip.scss";

export interface Band {
  range: string;
  value: string;
  /** Its part of the strip. */
  grow: number;
}

/** A table of tiers or factors: the present band is framed and hatched, and an arrow says where one stands. */
export function BandStrip(props: { bands: readonly Band[]; present: number; hereText: string; say: string }) {
  const { bands, present, hereText, say } = props;
  return (
    <View className="bands" {...a11y({ role: "img", label: say })}>
      <View className="bands-strip" {...a11y({ hidden: true })}>
        {bands.map((band, index) => (
          <View
            key={band.range}
            className={classes("band", index === present && "band-present")}
            style={{ flexGrow: String(band.grow) }}
          >
            <Text className="band-range">{band.range}</Text>
            <Text className="band-value">{band.value}</Text>
            {index === present && <Text className={`band-here band-here-${sideOf(bands, present)}`}>▲ {hereText}</Text>}
          </View>
        ))}
      </View>
    </View>
  );
}

/** The words are wider than a narrow band: near an end of the strip they reach towards its middle. */
function sideOf(bands: readonly Band[], present: number): "left" | "middle" | "right" {
  const widthOf = (some: readonly Band[]) => some.reduce((sum, band) => sum + band.grow, 0);
  const middle = (widthOf(bands.slice(0, present)) + (bands[present]?.grow ?? 0) / 2) / widthOf(bands);
  if (middle < 0.34) return "left";
  return middle > 0.66 ? "right" : "middle";
}
