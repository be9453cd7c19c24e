import { ClientAsked } from "@/components/ClientAsked";
import { examplesOf } from "../examples";

export const examples = examplesOf("ClientAsked", ClientAsked, () => {
  const given = { id: "client", onSame: () => {}, onOther: () => {} };
  const mine = { customerId: "c1", shortName: "海岳机械", ownerNames: ["小王"], mine: true, mayOpen: true };
  const theirs = { customerId: "c2", shortName: "新粤精工", ownerNames: ["小李"], mayOpen: false };
  return {
    mine: { ...given, items: [{ ...mine, sameBy: ["nameAlike"] }] },
    theirs: { ...given, items: [{ ...theirs, sameBy: ["name", "phone"] }] },
    several: {
      ...given,
      items: [
        { ...mine, sameBy: ["creditCode"] },
        { ...theirs, ownerNames: [], sameBy: ["name"] },
      ],
    },
  };
});
