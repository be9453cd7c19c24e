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
  giveManyTitle: (p) => `To whom do the ${p.count} selected clients go?`,
  giveManyNote:
    "They own them from tomorrow on, those of nobody from today on, and what is signed then is theirs. Sales and visits of before stay whose they are. Until then you can still give them to somebody else. They and the owners of before each get one message.",
  gaveMany: (p) => `${p.count} go to ${p.name} from ${p.day} on.`,
  stayed: {
    same: (p) =>
      `${p.count} belong to ${p.name} already, or partly, and stay as they are: ${p.names}. To give them whole, open the client.`,
    arranged: (p) =>
      `${p.count} go to somebody else on a later day, and stay so: ${p.names}. Open the client to change that.`,
    refused: (p) =>
      `${p.count} are not yours to give to ${p.name}, and stay as they are: ${p.names}. Ask their leader or an administrator.`,
  },
  pinsDone: (p) =>
    p.accepted
      ? `Confirmed: ${p.places}. Check-ins go by the new place; if it is wrong, put the old one back under Places on the client's page.`
      : `Not taken: ${p.places}. The place stays as it was, and whoever proposed it reads why.`,
};
