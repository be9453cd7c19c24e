import type { Texts } from "../texts";

export const auth: Texts["auth"] = {
  title: "Enter Xiaoli",
  slogan: "From footstep to fen",
  entering: "Signing in with your WeCom identity…",
  leaving: "Opening the WeCom login…",
  ended: "Your session has ended. After signing in you are back on the page you left.",
  signedOut: {
    title: "You are signed out",
    text: "Nothing of yours is left on this phone.",
    again: "Sign in again",
  },
  again: "Try again",
  otherPerson: "Sign in as somebody else",
  notInWeCom: {
    title: "Please open this in WeCom",
    text: "Xiaoli knows you through WeCom and cannot open elsewhere. Open it from the WeCom workbench.",
  },
  notMember: {
    title: "You are not on the list",
    text: (p) =>
      `We did not find you in the directory of ${p.company || "the company"}, or the app is not visible to you yet. ${p.names ? `Ask ${p.names} to add you` : "Ask the WeCom administrator to add you"}, then tap Try again.`,
  },
  unsure: {
    title: "It is not certain that this is you",
    text: (p) =>
      `WeCom has this account under another name or number than before, so it may be somebody else's now. Nobody enters by it until that is clear, so that nobody sees another's pay; all records are kept. ${p.names ? `Ask ${p.names} to confirm who you are` : "Ask an administrator to confirm who you are"}, then tap Try again.`,
  },
  refused: { title: "Signing in did not work" },
  consent: {
    title: "Location and privacy",
    lead: "Before your first check-in: how your location is used",
    purpose: {
      title: "What for",
      text: "It proves that you were at the client, so that the visit counts for your pay.",
    },
    moment: {
      title: "When",
      text: "Once when you open Check in, to sort clients on the phone alone; once when you tap Check in. Never in the background, no track.",
    },
    keeping: {
      title: "How long",
      text: (p) => `Coordinates for ${p.days} days, then erased. The verdict, the distance and the place's name stay.`,
    },
    looking: {
      title: "Who may look",
      text: "Your manager. Each look is listed in Me › Who has looked: who, and when.",
    },
    withdrawing: {
      title: "Taking it back",
      text: "At any time, in Me › My data. Coordinates are erased at once, and you cannot check in until you agree again.",
    },
    responsible: {
      title: "Who is responsible",
      text: (p) => [p.responsible, p.contact].filter(Boolean).join(". "),
    },
    praise: "May your group hear your name when you win an order?",
    refuse: "You may refuse: everything but check-in works as usual.",
    version: (p) => `Text of ${p.version}`,
    agree: "Agree and go on",
    later: "Not now",
  },
};
