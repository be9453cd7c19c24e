import { type ComponentProps, useState } from "react";
import { PraiseChoice } from "@/components/PraiseChoice";
import { examplesOf } from "../examples";
import { offline } from "../given/failures";

type Props = Omit<ComponentProps<typeof PraiseChoice>, "onChoose">;

function Kept({ choice: first, failure }: Props) {
  const [choice, choose] = useState(first);
  return <PraiseChoice choice={choice} failure={failure} onChoose={choose} />;
}

export const examples = examplesOf("PraiseChoice", Kept, (words) => ({
  "not chosen": { choice: "none", failure: null },
  yes: { choice: "yes", failure: null },
  ask: { choice: "ask", failure: null },
  no: { choice: "no", failure: null },
  "not saved": { choice: "yes", failure: offline(words) },
}));
