import type { asking as chinese } from "../zhCN/asking";

export const asking: typeof chinese = {
  title: "May a colleague come?",
  asks: (p) => `${p.by} wants to go to ${p.customer}. Is that all right?`,
  note: (p) => `Answer until ${p.until}, once. Without an answer they decide alone.`,
  yes: "Yes, come",
  no: "Rather not now",
  word: "A word (optional)",
  wordHint: "E.g. come after tomorrow",
  said: {
    welcome: "You have said that they may come",
    declined: "You have said that they should rather not come",
    lapsed: "There was no answer within a day: they decide alone",
    withdrawn: "They need no answer any more",
  },
  noTitle: "Answer “Rather not now”?",
  noNote: "They hear it at once, and you answer only once.",
  together: "Colleagues who work it too",
  line: (p) => `${p.time} ${p.by} asked ${p.name} whether they may come: ${p.came}.`,
  lineWord: (p) => `In their words: ${p.word}.`,
  lineWent: (p) => `${p.by} went all the same: ${p.reason}.`,
  lineStates: {
    open: "no answer yet",
    welcome: "they may",
    declined: "rather not",
    lapsed: "no answer",
    withdrawn: "taken back",
  },
  withdraw: "No answer needed any more",
};
