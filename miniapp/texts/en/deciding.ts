import type { deciding as chinese } from "../zhCN/deciding";

export const deciding: typeof chinese = {
  leader: {
    openCounts: (p) => `Decide by ${p.until}; undecided, it counts.`,
    openDoesNot: (p) => `Decide by ${p.until}; undecided, it does not count.`,
    accepted: () => "Accepted",
    rejected: () => "Not accepted, so the visit does not count",
    appealed: (p) => `A second look: decide by ${p.until}; else nothing changes and it does not count.`,
    mended: () => "A later check-in that day replaced it; nothing to decide",
    appealedToOthers: (p) =>
      `The rep has asked for a second look, by ${p.until}: ${p.who}. Your decision can be changed no more; if nobody decides, it stays.`,
    unrecorded: () =>
      "No complete record was written within 24 hours: the visit would not count even if you accepted; nothing to decide",
    lapsedCounts: () => "Nobody has decided within seven days: it counts",
    lapsedDoesNot: () => "Nobody has decided within seven days: it does not count",
  },
  says: (p) => `What ${p.name} says`,
  saysNothing: "Nothing yet",
  accept: "Accept",
  reject: "Do not accept",
  change: {
    accept: "Accept after all",
    reject: "Do not accept after all",
    until: (p) =>
      `Wrong button? Until ${p.time} you can change it, with a reason; the rep sees both. Not once the rep has asked for a second look.`,
  },
  acceptTitle: "Why it is accepted",
  rejectTitle: "Why it is not accepted",
  reasonNote: (p) => `${p.name} will read this.`,
  acceptHint: "e.g. the client says he was there",
  rejectHint: "e.g. the client says that nobody came that day",
  reasonMissing: "Write a reason first",
  acceptReasons: {
    client: "The client confirms the visit",
    place: "The pin is off; they were on site",
    record: "The record fits what the client says",
  },
  rejectReasons: {
    client: "The client says there was no visit",
    elsewhere: "They were elsewhere then",
    ask: "They say themselves that they were not on site",
  },
};
