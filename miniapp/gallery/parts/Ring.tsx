import { Ring } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("Ring", Ring, ({ t }) => {
  const of = (share: number, text: string) => ({ share, text, say: t.today.progress({ percent: text }) });
  return {
    nothing: of(0, "0%"),
    some: of(0.755, "75.5%"),
    "not quite": of(0.9999, "99.99%"),
    reached: of(1, "100%"),
    "far beyond": of(12.3456, "1,234.6%"),
    "less than nothing": of(-0.2, "−20%"),
  };
});
