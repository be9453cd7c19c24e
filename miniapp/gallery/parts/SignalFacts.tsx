import { trustSignalKinds } from "@shared/domain/trust";
import { SignalFacts } from "@/components/SignalFacts";
import { examplesOf } from "../examples";
import { longName } from "../given/names";

export const examples = examplesOf("SignalFacts", SignalFacts, (words) => {
  const found = { score: 3, askedFrom: 3, foundAt: "2026-03-26T02:04:00.000Z" };
  const apart = { meters: 40_200, minutes: 5, customerName: words.say("海岳机械", "Haiyue") };
  return {
    "too fast": { signals: { ...found, items: [{ kind: "impossibleSpeed", value: 482, limit: 400, apart }] } },
    "every one, long name": {
      signals: {
        ...{ ...found, score: 13 },
        items: trustSignalKinds.map((kind) => ({
          ...{ kind, value: 1_500, limit: 400 },
          apart: kind === "impossibleSpeed" ? { ...apart, customerName: longName(words) } : null,
        })),
      },
      seen: words.say("3月27日 10:04 起主管看得到。", "Your leader sees it from 27 Mar 10:04 on."),
    },
  };
});
