import type { PageTexts } from "../texts";

export const companions: PageTexts["companions"] = {
  title: "Went together",
  none: "No colleague was named",
  add: "Name colleagues",
  states: {
    open: (p) => `To be confirmed by ${p.until}`,
    confirmed: () => "Confirmed",
    declined: () => "Says not to have been there",
    lapsed: () => "Not confirmed within seven days",
  },
  left: "Has left the company",
  waiting: "To be uploaded",
  ownCheckIn: (p) => `Checked in here as well at ${p.time}`,
  naming: {
    title: "Who went with you?",
    note: "They are asked to confirm once; until they do the visit says so. Neither your visit nor your pay changes, and who is named stays named.",
    search: "A colleague's name",
    ofTeam: "Your team",
    found: "Colleagues found",
    none: "There is no such colleague. You can name people of your team's branch and those who lead above it",
    chosen: "Chosen",
    chooseFirst: "Choose colleagues",
    send: (p) => `Add ${p.count}`,
    full: (p) => `At most ${p.max} for a visit`,
  },
  named: {
    title: "Were you there?",
    asks: (p) => `${p.by} says that you went to ${p.customer} together on ${p.time}. Did you?`,
    note: (p) => `Answer once, by ${p.until}. Your pay does not change; without an answer it stays unconfirmed.`,
    yes: "I was there",
    no: "I was not",
    noTitle: "Answer “I was not”?",
    noNote: (p) => `${p.by} hears it at once, and you answer only once.`,
    said: {
      confirmed: "You have said that you were there",
      declined: "You have said that you were not there",
      lapsed: "Seven days went by without an answer: it is not confirmed",
    },
    waits: "Kept on this phone; it goes by itself once there is a network",
  },
};
