import type { away as chinese } from "../zhCN/away";

export const away: typeof chinese = {
  leadsNothing: "You lead no team, so nothing waits for your decision and nobody has to stand in",
  officer:
    "What no leader can decide comes to you by your role, so you cannot name somebody in your place. While you are away, colleagues with your role decide as well; if there are none, it waits for you",
  when: "When you are away",
  change: "Change it",
  from: "First day",
  to: "Last day",
  who: "Who decides in your place",
  nextLeader: "Nobody in particular",
  nextLeaderNote: "The next leader above; where there is none, finance",
  note: "Whatever waits for you on these days goes to this colleague, also what waits already. Your own sales are still decided above you. Your colleague is told.",
  save: "Save",
  saved: "Noted. It begins and ends by itself",
  noted: (p) => `Away ${p.from === p.to ? p.from : `${p.from} to ${p.to}`}. In your place: ${p.name}`,
  back: "I am back",
  takeBack: "Cancel this",
  ended: "Done. From now on you decide again",
  standsIn: (p) => `${p.from === p.to ? p.from : `${p.from} to ${p.to}`}: you decide in the place of ${p.name}`,
  faults: {
    "absence.past": "These days are over. Choose today or later",
    "absence.reversed": "The last day comes after the first",
    "absence.tooLong": "92 days at most; for longer, an administrator puts somebody in your place",
    "absence.ownDeputy": "Nobody stands in for themselves",
  },
};
