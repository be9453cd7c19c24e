import type { Texts } from "../texts";

export const privacy: Texts["privacy"] = {
  looked: {
    title: "Who has looked",
    empty: "Nobody has looked yet",
    emptyNote: "Each look of others at your visits, check-ins or results appears here",
    note: "Only you see this page. Your own looks at yourself are not counted.",
    what: {
      "checkIn.read": (p) => `${p.name} looked at your visits and check-ins`,
      "sale.read": (p) => `${p.name} looked at a sale of yours`,
      "member.read": (p) => `${p.name} looked at your results and visits`,
      "review.read": (p) => `${p.name} looked at a check-in of yours that is in doubt`,
    },
  },
  mine: {
    title: "My data",
    kept: "What is kept, and for how long",
    positions: (p) =>
      `Coordinates of check-ins: ${p.days} days, then erased at night. The verdict, the distance and the place's name stay`,
    records: "Visits, sales and pay: as long as accounting asks for",
    tracks: "No track, and nothing in the background",
    consents: "Consent to positions",
    noConsent: "None given yet. You are asked before your first check-in.",
    given: (p) => `Given on ${p.at}, text of ${p.version}`,
    ended: (p) => `Given on ${p.at}, text of ${p.version}; ended on ${p.endedAt}`,
    give: "Read and agree",
    withdraw: "Take my consent back",
    withdrawNow: "Take back and erase",
    follow: {
      erased: "Coordinates that are still kept are erased at once and cannot be restored.",
      noCheckIn: "You cannot check in until you agree again; everything else works as usual.",
      kept: "Check-ins, visits and pay that are recorded stay as they are.",
    },
    withdrawn: (p) =>
      `Taken back; ${p.count} ${p.count === 1 ? "position" : "positions"} erased. No check-in until you agree again.`,
    export: "Take it along",
    exportNote:
      "Your check-ins (with the coordinates that are still kept), visits, sales, pay, consents, and who has looked, in one JSON file.",
    exportAll: "Export my data",
    exporting: (p) => `Reading ${p.month}…`,
    exported: { file: "Exported to the browser's downloads", clipboard: "Copied: paste it into a document to keep it" },
    responsible: "Who is responsible",
    contact: (p) => `Contact: ${p.contact}`,
    noContact: (p) => (p.names ? `Ask ${p.names}` : "Ask an administrator"),
  },
};
