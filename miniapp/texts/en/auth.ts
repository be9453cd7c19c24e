import type { auth as chinese } from "../zhCN/auth";

/** With WeCom's own number for it, by which its help finds the page. */
const coded = (what: string, todo: string) => (p: { code: number | null }) =>
  `${what}${p.code === null ? "" : ` (${p.code})`}: ${todo}. `;

export const auth: typeof chinese = {
  title: "Enter Xiaoli",
  slogan: "From footstep to fen",
  entering: "Signing in with your WeCom identity…",
  signedOut: {
    title: "You are signed out",
    text: "Nothing of yours is left on this phone.",
    kept: (p) =>
      `What you have not uploaded is still on this phone: ${p.what}. Nobody else can read it. It uploads when you sign in here again, and does not count before.`,
    ofOthers: (p) => `Not uploaded by ${p.name}, and still here: ${p.what}. It uploads when they sign in.`,
    somebody: "a colleague",
    other: "something else",
    some: (p) => `${p.kind} (${p.count})`,
    again: "Sign in again",
  },
  again: "Try again",
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
    title: "We are not sure this is you",
    text: (p) =>
      `WeCom has this account under another name or number than before, so it may now be somebody else. Nobody can sign in with it until that is clear, so that nobody sees another's pay; all records are kept. ${p.names ? `Ask ${p.names} to confirm who you are` : "Ask an administrator to confirm who you are"}, then tap Try again.`,
  },
  notReady: {
    title: "Xiaoli is not connected to WeCom yet",
    what: {
      unreachable: () =>
        "The server cannot reach WeCom: whoever runs the server checks the network and the setting WECOM_API_URL. ",
      secret: coded("WeCom does not accept the app's secret", "whoever runs the server checks WECOM_APP_SECRET"),
      corpId: coded("WeCom does not accept the company's id", "whoever runs the server checks WECOM_CORP_ID"),
      agent: coded(
        "The app is disabled, or its AgentId is wrong",
        "the WeCom administrator enables it, whoever runs the server checks WECOM_AGENT_ID",
      ),
      address: (p) =>
        coded(
          p.address === null
            ? "The server's IP is not among the app's trusted ones"
            : `The server's IP ${p.address} is not among the app's trusted ones`,
          "the WeCom administrator adds it",
        )(p),
      rights: coded("The app may not read the directory", "the WeCom administrator gives it that right"),
      scope: coded("The app sees nobody, or far fewer people", "the WeCom administrator changes what it may see"),
      busy: coded("WeCom is busy and does not answer the server", "this passes in some minutes"),
      other: coded("WeCom has refused the server", "whoever runs the server looks at the log"),
      notRead: () =>
        "The server reads the directory for the first time and knows nobody yet; that takes less than a minute as a rule. ",
      unwatched: () =>
        "No worker runs on the server, so nobody reads the directory: whoever runs the server starts one. ",
    },
    meaning: {
      first: "Until then nobody can sign in. ",
      later: "Until then nobody can sign in; whoever is signed in goes on, and what waits on phones is kept. ",
    },
    asksAgain: "Once it is put right, this page goes on by itself.",
  },
  refused: { title: "Signing in did not work" },
  consent: {
    title: "Location and privacy",
    lead: "Before you check in: how your location is used",
    purpose: {
      title: "What for",
      text: "It proves that you were at the client, so that the visit can count. Where pay depends on visits, it depends on this.",
    },
    moment: {
      title: "When",
      text: "Once when you open Check in, to sort clients on the phone alone; once when you tap Check in, or say where a client is by where you stand. Where that position is missing, poor or elsewhere, a check-in also takes the name and address of the Wi-Fi that the phone is connected to, to compare it with earlier check-ins there. Never in the background; your route is not tracked.",
    },
    keeping: {
      title: "How long",
      text: (p) =>
        `Coordinates, scanned codes and Wi-Fi for ${p.days} days, then erased. The verdict, the distance and the place's name stay.`,
    },
    photos: {
      title: "Photos",
      text: "Whether you take any is up to you. A photo taken at a check-in, or to explain one, goes with that check-in; where it was taken is not kept in it. Where it is shown, the place, your name and the time are written on it. You can look at it at any time; if somebody has to decide on the check-in, so can they.",
      kept: (p) => `Photos are kept for ${p.days} days, then deleted at night.`,
    },
    looking: {
      title: "Who can see it",
      text: "Your leaders, and auditors (appointed by the company to look, not to decide). While your manager is away, whoever stands in sees check-ins in doubt, and the visits behind sales that they confirm. Colleagues who share a client with you see your visits there behind sales and pay. Each time is listed in Me › Who has viewed my data: who, and when.",
    },
    withdrawing: {
      title: "Can I withdraw it",
      text: "At any time, in Me › My data. Coordinates and Wi-Fi are erased at once, and you cannot check in until you agree again.",
    },
    responsible: {
      title: "Who is responsible",
      text: (p) => [p.responsible, p.contact].filter(Boolean).join(". "),
    },
    praise: "May the group see your name when you win an order?",
    changed:
      "You have agreed to an earlier version. This one adds how photos and Wi-Fi are used, how long scanned codes are kept, and what whoever stands in for your manager can see.",
    refuse: "You can decline: everything works as usual but checking in, and placing a client where you stand.",
    version: (p) => `Version ${p.version}`,
    agree: "Agree and continue",
    later: "Not now",
  },
};
