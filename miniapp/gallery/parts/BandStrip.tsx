import { BandStrip } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("BandStrip", BandStrip, ({ say }) => {
  const factors = [
    { range: "<60%", value: "0.6", grow: 60 },
    { range: "60%", value: "0.8", grow: 20 },
    { range: "80%", value: "1.0", grow: 20 },
    { range: "100%", value: "1.2", grow: 20 },
  ];
  const tiers = [
    { range: say("10万以下", "<100,000"), value: "1%", grow: 1 },
    { range: say("10万到20万", "to 200,000"), value: "1.5%", grow: 1 },
    { range: say("20万以上", ">200,000"), value: "2%", grow: 1 },
  ];
  const at = (present: number) => ({
    bands: factors,
    present,
    hereText: say("你在这里", "You are here"),
    say: say(`现在系数 ${factors[present]?.value}`, `Factor ${factors[present]?.value} now`),
  });
  return {
    "in the first band": at(0),
    "in a narrow band": at(1),
    "in the last band": at(3),
    tiers: { ...at(1), bands: tiers },
  };
});
