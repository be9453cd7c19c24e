import type { AnswerOf } from "@shared/contracts";
import { FoundGroups } from "@/components/FoundGroups";
import { search as en } from "@/texts/en/search";
import { search as zh } from "@/texts/zhCN/search";
import { examplesOf, nothing } from "../examples";
import { hugeFen, longName } from "../given/names";

type Found = AnswerOf<"search.find">;

/** What is said of some kinds, and nothing of the others. */
const foundOf = (kinds: Partial<Found>): Found => ({
  ...{ customers: { items: [], hasMore: false }, people: { items: [], hasMore: false } },
  ...{ plans: { items: [], hasMore: false }, sales: { items: [], hasMore: false }, ...kinds },
});

export const examples = examplesOf(
  "FoundGroups",
  FoundGroups,
  (words) => {
    const { say } = words;
    const taps = { onCustomer: nothing, onSale: nothing, onPerson: () => nothing, onPlan: nothing, onMenu: nothing };
    const part = { words: words.language === "en" ? en : zh, menu: [], ...taps };
    const customer = {
      customerId: "found-1",
      name: say("海岳机械有限公司", "Haiyue Machinery Ltd"),
      shortName: say("海岳机械", "Haiyue"),
      grade: "A" as const,
      stage: "签单",
      address: say("海珠区阅江西路 广州塔旁", "Yuejiang West Road, by the tower"),
      ownerNames: [say("小王", "Xiao Wang")],
    };
    const person = {
      memberId: "found-2",
      name: say("小王", "Xiao Wang"),
      unitId: "u3",
      unitName: say("华南直销一队", "South Direct 1"),
    };
    const plan = { planId: "direct@3", name: say("直销提成", "Direct sales"), version: 3, state: "published" as const };
    const sale = {
      saleId: "found-3",
      customerName: customer.shortName,
      contractNo: "HY-2026-0318",
      amountFen: 4_400_000,
      signedOn: "2026-03-24",
      repName: person.name,
      state: "confirmed" as const,
    };
    return {
      "one of each": {
        ...part,
        menu: [{ id: "targets", text: say("目标", "Targets") }],
        found: foundOf({
          customers: { items: [customer], hasMore: false },
          people: { items: [person], hasMore: false },
          plans: { items: [plan], hasMore: false },
          sales: { items: [sale], hasMore: false },
        }),
      },
      "more than it shows": {
        ...part,
        found: foundOf({ customers: { items: [{ ...customer, customerId: "found-4" }], hasMore: true } }),
      },
      "long names, huge amount": {
        ...part,
        found: foundOf({
          customers: { items: [{ ...customer, customerId: "found-5", name: longName(words) }], hasMore: false },
          people: {
            items: [{ ...person, memberId: "found-6", name: longName(words), unitName: null }],
            hasMore: false,
          },
          sales: {
            items: [{ ...sale, saleId: "found-7", customerName: longName(words), amountFen: hugeFen }],
            hasMore: false,
          },
        }),
      },
    };
  },
  "page",
);
