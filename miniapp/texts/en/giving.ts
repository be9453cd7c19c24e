import type { giving as chinese } from "../zhCN/giving";

export const giving: typeof chinese = {
  giveTitle: (p) => `To whom does “${p.name}” go?`,
  giveNote: (p) =>
    `From ${p.from} on they own the client, and what is signed then is theirs. Sales and visits of before stay whose they are. ${p.beginsToday ? "If it is the wrong person, another change begins tomorrow at the earliest." : "Until that day you can still give it to somebody else."} They get a message.`,
  ownersFrom: (p) => `Owner from ${p.from} on`,
  givenTo: (p) => `Owner changed: ${p.names} from ${p.from} on`,
  giveTo: "To whom",
  giveToMissing: "Choose a colleague.",
  giveNobody:
    "Nobody in what you lead can take it over now. Ask an administrator to give it, or have whoever takes over added to the department.",
  giveReason: "Reason (optional)",
  giveReasonHint: "Such as: handed over on leaving",
  giveNow: "Give",
  giveNot: "Not now",
  pinsDone: (p) =>
    p.accepted
      ? `Confirmed: ${p.places}. Check-ins go by the new place; if it is wrong, put the old one back under Places on the client's page.`
      : `Not taken: ${p.places}. The place stays as it was, and whoever proposed it reads why.`,
};
