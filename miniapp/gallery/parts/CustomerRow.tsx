import { CustomerRow } from "@/components/CustomerRow";
import { examplesOf, nothing } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf(
  "CustomerRow",
  CustomerRow,
  (words) => {
    const { say } = words;
    const customer = {
      name: say("海岳机械有限公司", "Haiyue Machinery Ltd"),
      about: say("A 类 · 方案提交 · 小王", "Class A · Proposal · Xiao Wang"),
      address: say("海珠区阅江西路 广州塔旁", "Yuejiang West Road, by the tower"),
      onTap: nothing,
    };
    return {
      found: { ...customer, id: "customer-found" },
      "without an address": { ...customer, id: "customer-bare", address: null },
      "long name": { ...customer, id: "customer-long", name: longName(words), address: longName(words) },
    };
  },
  "flush",
);
