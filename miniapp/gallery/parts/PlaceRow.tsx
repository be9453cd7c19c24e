import { useState } from "react";
import { PlaceRow, type PlaceRowProps } from "@/components/PlaceRow";
import { RadioGroup } from "@/ui";
import { examplesOf, nothing } from "../examples";
import { longName } from "../given/names";

/** As a choice it stands in a group. */
function InGroup(props: PlaceRowProps) {
  const [checked, setChecked] = useState(props.checked);
  if (checked === undefined) return <PlaceRow {...props} />;
  const choose = () => setChecked(true);
  return (
    <RadioGroup id={`${props.id}-group`} label={props.name} options={[{ id: props.id, choose }]}>
      <PlaceRow {...props} checked={checked} onTap={choose} />
    </RadioGroup>
  );
}

export const examples = examplesOf(
  "PlaceRow",
  InGroup,
  (words) => {
    const { t, f, say } = words;
    const place = {
      name: say("海岳机械", "Haiyue Machinery"),
      distanceM: 86,
      preview: "inside" as const,
      note: t.field.lastVisit({ day: f.day("2026-03-24") }),
      onTap: nothing,
    };
    const doubtful = t.field.doubtfulHint({ radius: f.distance(200), accuracy: f.distance(30) });
    return {
      "in range, chosen": { ...place, id: "place-in", checked: true },
      "in doubt": { ...place, id: "place-doubt", distanceM: 215, preview: "doubtful", hint: doubtful, checked: false },
      "out of range": {
        ...place,
        id: "place-out",
        distanceM: 2_412,
        preview: "outside",
        hint: t.field.outsideHint,
        checked: false,
      },
      "no pin yet": {
        ...place,
        id: "place-pinless",
        distanceM: null,
        preview: "unverified",
        hint: t.field.unverifiedHint,
        checked: false,
      },
      "no position": { ...place, id: "place-unknown", distanceM: null, preview: null, checked: false },
      "opens something": { ...place, id: "place-opens" },
      "long name, far away": {
        ...place,
        id: "place-long",
        name: longName(words),
        distanceM: 1_234_567,
        preview: "doubtful",
        hint: doubtful,
      },
    };
  },
  "flush",
);
