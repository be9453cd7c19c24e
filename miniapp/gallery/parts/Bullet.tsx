import { Bullet } from "@/ui";
import { examplesOf } from "../examples";

export const examples = examplesOf("Bullet", Bullet, ({ t, f, say }) => {
  const target = t.today.target({ target: f.sales(240_000_000) });
  const pace = t.today.pace({ percent: "86.4%" });
  const of = (share: number) => ({ share, pace: 0.864, targetText: target, paceText: pace, say: sayOf(share) });
  const sayOf = (share: number) =>
    say(`完成 ${Math.round(share * 100)}%，目标 240万`, `${Math.round(share * 100)}% of the target done`);
  return {
    nothing: of(0),
    "hardly anything": of(0.001),
    behind: of(0.68),
    "as far as the time": of(0.864),
    reached: of(1),
    "far beyond": of(3.2),
    "less than nothing": of(-0.2),
    "without the time gone": { ...of(0.68), pace: null, paceText: null },
    slim: { ...of(0.68), slim: true },
  };
});
