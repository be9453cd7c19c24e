import { AskColleague } from "@/components/AskColleague";
import { examplesOf, nothing } from "../examples";

export const examples = examplesOf("AskColleague", AskColleague, ({ say }) => {
  const given = {
    name: say("海岳机械", "Haiyue"),
    colleague: say("小李", "Li"),
    isWaiting: false,
    onAsk: nothing,
  };
  const asked = {
    ...{ questionId: "q1", askedName: given.colleague, word: null, reason: null },
    answerUntil: "2026-03-27T01:00:00.000Z",
  };
  return {
    "not asked": { ...given, asked: null },
    waiting: { ...given, asked: null, isWaiting: true },
    open: { ...given, asked: { ...asked, state: "open" } },
    welcome: { ...given, asked: { ...asked, state: "welcome" } },
    declined: {
      ...given,
      asked: {
        ...asked,
        state: "declined",
        word: say("明天签合同，签完再来", "We sign tomorrow, come after that"),
        reason: say("客户约的", "The client has asked for me"),
      },
    },
    lapsed: { ...given, asked: { ...asked, state: "lapsed" } },
  };
});
