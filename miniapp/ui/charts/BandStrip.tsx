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
            {index === present && <Here runs={longerSide(bands, present)} text={hereText} />}
          </View>
        ))}
      </View>
    </View>
  );
}

/** The arrow stands under the middle of its band; the words, wider than a narrow band, run towards the strip's longer side. */
function Here({ runs, text }: { runs: "left" | "right"; text: string }) {
  return <Text className={`band-here band-here-${runs}`}>{runs === "right" ? `▲ ${text}` : `${text} ▲`}</Text>;
}

function longerSide(bands: readonly Band[], present: number): "left" | "right" {
  const widthOf = (some: readonly Band[]) => some.reduce((sum, band) => sum + band.grow, 0);
  const middle = widthOf(bands.slice(0, present)) + (bands[present]?.grow ?? 0) / 2;
  return middle > widthOf(bands) / 2 ? "left" : "right";
}
