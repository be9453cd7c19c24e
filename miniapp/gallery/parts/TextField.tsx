import { type ComponentProps, useState } from "react";
import { TextField } from "@/ui";
import { examplesOf } from "../examples";
import { longName } from "../given/names";

type Props = Omit<ComponentProps<typeof TextField>, "onChange">;

function Kept({ value, ...props }: Props) {
  const [text, change] = useState(value);
  return <TextField {...props} value={text} onChange={change} />;
}

export const examples = examplesOf("TextField", Kept, (words) => {
  const { t, say } = words;
  const product = { label: say("产品", "Product"), hint: say("卖了什么", "What was sold"), value: "" };
  const money = {
    label: say("合同金额", "Contract amount"),
    hint: "0.00",
    unit: t.common.yuan,
    kind: "money" as const,
  };
  const search = { label: t.field.list.search, hint: t.field.list.search, kind: "search" as const };
  return {
    empty: { ...product, id: "text-empty", required: true },
    filled: { ...product, id: "text-filled", value: say("数控车床", "A lathe") },
    long: { ...product, id: "text-long", value: longName(words), aside: "52 / 100" },
    wrong: { ...product, id: "text-wrong", required: true, fault: say("写上产品", "Say what was sold") },
    "money, empty": { ...money, id: "money-empty", value: "" },
    "money, huge": { ...money, id: "money-huge", value: "999999999.99" },
    "money, wrong": {
      ...money,
      id: "money-wrong",
      value: "12.345",
      fault: say("最多两位小数", "Two decimals at most"),
    },
    "search, empty": { ...search, id: "search-empty", value: "" },
    "search, filled": { ...search, id: "search-filled", value: say("海岳", "Haiyue") },
  };
});
