import type { siteCode as chinese } from "../zhCN/siteCode";

export const siteCode: typeof chinese = {
  page: {
    title: "Client code",
    none: "This place has no code yet",
    made: (p) => `Made by ${p.name}, ${p.at}; in use`,
    what: "Print it and put it up at the client's. Who has no position there scans it to check in: it counts for now, in doubt, and the leader sees that it was scanned. A clear position is judged as before.",
    others:
      "Codes are made by the owner's leader or an administrator: nobody makes the code that proves their own check-ins.",
    make: "Make a code",
    making: "Making…",
    renew: "Make a new code",
    renewNow: "Replace the old code",
    follow: {
      old: "The code that is up counts no more from now on. Check-ins made with it before stay as they are.",
      print: "The new one has to be printed and put up.",
    },
    print: "Print",
    download: "Open the sheet (PDF)",
    opening: "Opening…",
    sheetUntil: (p) =>
      `One page, A4, easier to print from a computer. To be opened until ${p.until}; each time is logged. After that another print needs a new code: what is in a code is on paper alone, and not stored.`,
    sheetGone: "The sheet was kept for 7 days. The code that is up still counts; another print needs a new code.",
  },
  scan: {
    title: "Check in by code",
    what: "Where there is no position the code that is up at the client's speaks for you: scanning it checks you in here, counts for now, and your leader has a look.",
    brings: {
      inside: "You are inside: just check in. A code makes it neither better nor worse.",
      doubtful: "The position is not sure, so it counts for now. With the code your leader sees that you scanned it.",
      outside:
        "The position says outside, and a code does not change that: add a photo and a reason, and your leader sees that you scanned it. If the position is some minutes old, it counts for now.",
      unverified:
        "There is no position to check: with this place's code it counts for now, and your leader has a look; undecided, it counts.",
    },
    far: (p) => `By the position, ${p.distance} from here`,
    scan: "Scan and check in",
    busy: "Checking in…",
    back: "Back to check-in",
    notOurs: "This is no client code. You were not checked in. Scan the printed sheet that is up at the client's.",
    elsewhere: (p) => `This is the code of ${p.name}, not of this place. You were not checked in.`,
    there: (p) => `Check in at ${p.name}`,
    failed: {
      refused:
        "The camera did not open. Allow WeCom to use it in the system settings and scan again, or check in without it for your leader to decide.",
      unavailable: "Scanning does not work right now. Try again, or check in without it for your leader to decide.",
      unreadable: "No code could be read. Go closer, aim at it, and scan again.",
      noAnswer: "The camera did not answer. Try again, or check in without it for your leader to decide.",
      unsupported:
        "This browser cannot scan. Open the mini-program in WeCom on your phone to scan, or check in without it for your leader to decide.",
    },
    gone: "This place is no longer among your clients'",
  },
};
