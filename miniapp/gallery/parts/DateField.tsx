import { type ComponentProps, useState } from "react";
import { useWords } from "@/texts";
import { DateField } from "@/ui";
import { examplesOf } from "../examples";

type Props = Omit<ComponentProps<typeof DateField>, "shown" | "onChange"> & { hint: string };

function Kept({ value, hint, ...props }: Props) {
  const { f } = useWords();
  const [on, change] = useState(value);
  return <DateField {...props} value={on} shown={on ? f.dayWithWeekday(on) : hint} onChange={change} />;
}

export const examples = examplesOf("DateField", Kept, ({ say }) => {
  const field = { label: say("签单日", "Signed on"), hint: say("选一天", "Choose a day"), value: "2026-03-26" };
  return {
    "no day yet": { ...field, id: "date-empty", value: "", required: true },
    "a day": { ...field, id: "date-day", min: "2026-01-01", max: "2026-03-26" },
    wrong: { ...field, id: "date-wrong", fault: say("不能晚于今天", "Not later than today") },
  };
});
