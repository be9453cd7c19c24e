import { useState } from "react";
import { RadioGroup, RadioMark, Row } from "@/ui";
import { examplesOf } from "../examples";
import { longName } from "../given/names";

interface Props {
  id: string;
  label: string;
  words: readonly string[];
  first: number | null;
}

/** Rows of which one is chosen, as in a list of places. */
function Kept({ id, label, words, first }: Props) {
  const idOf = (n: number) => `${id}-${n}`;
  const [chosen, choose] = useState(first);
  return (
    <RadioGroup id={id} label={label} options={words.map((_, n) => ({ id: idOf(n), choose: () => choose(n) }))}>
      {words.map((text, n) => (
        <Row
          key={text}
          id={idOf(n)}
          text={text}
          lead={<RadioMark on={n === chosen} />}
          checked={n === chosen}
          opens={false}
          onTap={() => choose(n)}
        />
      ))}
    </RadioGroup>
  );
}

export const examples = examplesOf(
  "RadioGroup",
  Kept,
  (words) => {
    const { say, t } = words;
    const places = [say("海岳机械", "Haiyue Machinery"), say("粤联电气", "Yuelian Electric"), longName(words)];
    return {
      "none chosen": { id: "radios-none", label: t.field.nearest, words: places, first: null },
      "one chosen": { id: "radios-one", label: t.field.nearest, words: places, first: 1 },
    };
  },
  "flush",
);
