import { Button } from "@/ui";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("Button", Button, ({ say }) => {
  const of = (text: string) => ({ text, onTap: nothing });
  const submit = of(say("提交 44,000.00 元", "Submit 44,000.00 CNY"));
  const long = say(
    "在 广州市番禺区海岳精密机械设备制造有限责任公司 打卡",
    "Check in at Guangzhou Panyu Haiyue Precision Machinery and Equipment Manufacturing",
  );
  return {
    primary: { ...submit, kind: "primary" },
    "primary, disabled": { ...submit, kind: "primary", disabled: true },
    "primary, long": { ...of(long), kind: "primary" },
    plain: of(say("重试", "Try again")),
    "plain, disabled": { ...of(say("重试", "Try again")), disabled: true },
    "plain, small": { ...of(say("看", "See")), small: true },
    quiet: { ...of(say("看全部", "All")), kind: "quiet" },
    "quiet, disabled": { ...of(say("看全部", "All")), kind: "quiet", disabled: true },
    danger: { ...of(say("撤回这一单", "Withdraw this sale")), kind: "danger" },
    "danger, disabled": { ...of(say("撤回这一单", "Withdraw this sale")), kind: "danger", disabled: true },
  };
});
