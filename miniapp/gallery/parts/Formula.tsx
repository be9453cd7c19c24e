import { Formula } from "@/ui";
import { examplesOf, nothing } from "../examples";

const sign = (text: string) => ({ text, label: null });

export const examples = examplesOf("Formula", Formula, ({ say }) => ({
  "three values": {
    parts: [
      { text: "100,000.00", label: say("金额", "amount") },
      sign(" × "),
      { text: "1.5%", label: say("比例", "Rate") },
      sign(" = "),
      sign("1,500.00"),
    ],
    onTap: nothing,
  },
  "many and huge": {
    parts: [
      sign("("),
      { text: "999,999,999.99", label: say("全年合同金额", "Contracts of the whole year") },
      sign(" − "),
      { text: "200,000.00", label: say("上一档已按 1.5% 计的部分", "Part that the tier below has paid for") },
      sign(")"),
      sign(" × "),
      { text: "2%", label: say("比例", "Rate") },
      sign(" × "),
      { text: "1.2", label: say("团队系数", "Team factor") },
      sign(" = "),
      sign("23,995,199.99"),
    ],
    onTap: nothing,
  },
}));
