import { useState } from "react";
import { Choices } from "@/ui";
import { examplesOf } from "../examples";
import { longName } from "../given/names";

interface Props {
  id: string;
  label: string;
  kind: "segments" | "chips";
  words: readonly string[];
  first: string | null;
  field?: { required?: boolean; fault?: string };
}

/** Choices that keep what is chosen, as a page does. */
function Kept({ words, first, ...props }: Props) {
  const [value, choose] = useState(first === null ? null : `${words.indexOf(first)}`);
  return (
    <Choices {...props} options={words.map((text, n) => ({ value: `${n}`, text }))} value={value} onChoose={choose} />
  );
}

export const examples = examplesOf("Choices", Kept, (words) => {
  const { t, say } = words;
  const label = t.field.purpose;
  const purposes = Object.values(t.field.purposes);
  const praises = Object.values(t.me.praises);
  return {
    "chips, none chosen": { id: "chips-none", label, kind: "chips", words: purposes, first: null },
    "chips, one chosen": { id: "chips-one", label, kind: "chips", words: purposes, first: purposes[1] ?? null },
    "chips, long": { id: "chips-long", label, kind: "chips", words: [longName(words), ...purposes], first: null },
    "a field of a form": {
      id: "chips-field",
      label,
      kind: "chips",
      words: purposes,
      first: null,
      field: { required: true, fault: say("这一步必填", "This step is required") },
    },
    "segments, none chosen": { id: "segments-none", label, kind: "segments", words: praises, first: null },
    "segments, one chosen": { id: "segments-one", label, kind: "segments", words: praises, first: praises[0] ?? null },
    "segments, many and long": {
      id: "segments-long",
      label,
      kind: "segments",
      words: [...purposes, say("其他情况写在备注里", "Anything else, written in the note")],
      first: purposes[0] ?? null,
    },
  };
});
