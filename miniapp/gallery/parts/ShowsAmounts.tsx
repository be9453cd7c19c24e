import { Amount, ShowsAmounts } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("ShowsAmounts", ShowsAmounts, () => ({
  "an amount that is decided on": { children: <Amount fen={2_500_000} plain /> },
}));
