import type { privacy as chinese } from "../zhCN/privacy";

export const privacy: typeof chinese = {
  looked: {
    empty: "Nobody has viewed it yet",
    emptyNote: "Whenever somebody views your visits, check-ins or results, it appears here",
    note: "Only you see this page. Viewing your own data is not listed.",
    tellMe: "Tell me when somebody looks",
    tellMeChoices: { on: "Send a message", off: "Do not" },
    tellMeNote: {
      on: "WeCom tells you who has viewed what. Several views by one person within half an hour are one message; those after 8 in the evening and on days off come in the morning of the next working day.",
      off: "No messages. Every view is listed below all the same.",
    },
    something: (p) => `${p.name} viewed data of yours`,
    reason: (p) => `Reason given: ${p.reason}`,
    pins: (p) => `${p.name} viewed a pin that you proposed`,
    what: {
      "checkIn.read": (p) => `${p.name} viewed your visits and check-ins`,
      "sale.read": (p) => `${p.name} viewed one of your sales`,
      "member.read": (p) => `${p.name} viewed your results and visits`,
      "review.read": (p) => `${p.name} viewed one of your check-ins that is in doubt`,
      "refusal.read": (p) => `${p.name} viewed something of yours that could not be uploaded`,
      "opening.read": (p) => `${p.name} viewed your opening balances`,
      "simulation.read": (p) => `${p.name} viewed what you would get by a plan`,
    },
  },
  devices: {
    none: "No device is noted yet",
    noneNote: "This one is noted when you sign in next, and is listed here",
    note: "A phone or browser is known by a random number that it makes itself; no phone number or serial number is read. A device that is not used for a long time is deleted.",
    unnamed: "A device without a name",
    via: { weapp: "WeCom mini-program", h5: "Browser" },
    isThis: "This one",
    isNew: "New",
    first: (p) => `First signed in: ${p.at}`,
    last: (p) => `Last signed in: ${p.at}`,
    remove: "Remove it",
    notMe: "Not me",
    removeNow: "Remove and sign out",
    follow: {
      ended: "Xiaoli is signed out there at once.",
      kept: "What has not been uploaded stays on that device and is not lost.",
      again: "If you sign in there again, you get the same message as for a new device.",
    },
    changePassword:
      "If your account is signed in to WeCom there, it can come back: sign it out in WeCom's account and security settings, change your password, and tell an administrator.",
    removed: "Removed; Xiaoli is signed out there.",
  },
  mine: {
    kept: "What is kept, and for how long",
    positions: (p) =>
      `Coordinates of check-ins, which code was scanned and which Wi-Fi the phone was on: ${p.days} days, then erased at night. The verdict, the distance and the place's name stay`,
    photos: (p) => `Photos, signatures and voice notes of check-ins and visits: ${p.days} days, then deleted at night`,
    reports: (p) =>
      `Problems that you reported: ${p.days} days, then deleted at night, even if nobody has dealt with them`,
    messages: (p) => `Messages to you: ${p.days} days, then deleted at night`,
    devices: (p) =>
      `Devices on which you signed in: ${p.days} days after the last time, then deleted at night; you can remove them at any time`,
    audit: "Who viewed or changed what: it is proof, and stays",
    records:
      "Visits, sales, pay and HR's record of you (number, day of joining, whom you report to, sales mode): as long as accounting rules require",
    refused:
      "What could not be uploaded: kept 30 days for administrators to find out why, without coordinates; who opened it is listed with the others",
    tracks: "Your route is not tracked, and nothing runs in the background",
    consents: "Location consent",
    noConsent: "None given yet. You are asked before your first check-in.",
    given: (p) => `Given on ${p.at}, version ${p.version}`,
    ended: (p) => `Given on ${p.at}, version ${p.version}; ended on ${p.endedAt}`,
    give: "Read and agree",
    readAbout: "How locations are used",
    withdraw: "Withdraw my consent",
    withdrawNow: "Withdraw and erase",
    follow: {
      erased: "Coordinates that are still kept are erased at once and cannot be restored.",
      noCheckIn: "You cannot check in until you agree again; everything else works as usual.",
      kept: "Check-ins, visits and pay that are recorded stay as they are.",
    },
    withdrawn: (p) =>
      `Withdrawn; ${p.count} ${p.count === 1 ? "location" : "locations"} erased. No check-in until you agree again.`,
    export: "Get a copy",
    exportNote: {
      file: "Your check-ins (with the coordinates that are still kept), visits, sales, pay, consents, devices, and who has viewed them, in one JSON file.",
      clipboard:
        "Your check-ins (with the coordinates that are still kept), visits, sales, pay, consents, devices, and who has viewed them, copied to the clipboard as JSON text. On a computer you can download a file.",
    },
    exportRefused: {
      file: "The browser did not allow the download. Nothing changed. Allow it and tap again.",
      clipboard:
        "The phone did not allow copying, so nothing was exported. Nothing changed. Allow the clipboard and tap again, or download it on a computer.",
    },
    exportAll: "Export my data",
    exporting: (p) => `Getting ${p.month}…`,
    exported: { file: "Exported to the browser's downloads", clipboard: "Copied: paste it into a document to keep it" },
    responsible: "Who is responsible",
  },
};
