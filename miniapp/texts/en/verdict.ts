import type { verdict as chinese } from "../zhCN/verdict";

export const verdict: typeof chinese = {
  inside: (p) => `${p.distance} from the client, accurate to ${p.accuracy}.`,
  doubtful: (p) =>
    `In doubt, counted for now: ${p.distance} away, radius ${p.radius}, accuracy ${p.accuracy}. ${p.decided}; without a decision it counts.`,
  doubtfulWithoutFix: (p) => `In doubt, counted for now. ${p.decided}; without a decision it counts.`,
  outside: (p) =>
    `Outside: ${p.distance} away, radius ${p.radius}, accuracy ${p.accuracy}. Saved, but not counted: check in again inside the radius to make it count, or explain it with a photo.`,
  unverified: (p) => `Saved, not counted for now. ${p.decided}; without a decision it does not count.`,
  decidedBy: (p) => `To decide by ${p.until}: ${p.who}`,
  decidedWithin: "Your manager decides within 7 days",
  againHelps: "A good check-in today replaces it.",
  mends: (p) => `It replaces the one in doubt of ${p.time}; nobody has to decide any more.`,
  mendsRecorded: (p) => `It replaces the one in doubt of ${p.time}: your record counts, and nobody has to decide.`,
  explain: "Explain",
  again: (p) => `This is the check-in of ${p.time}; no other one was made.`,
  repeatedToday: "You checked in here today already; this one is not counted again.",
  recordWithin: "Write the record within 24 hours to make this visit count",
  recordWithinWaits: "Write the record within 24 hours; the visit counts once your manager accepts the check-in",
  write: "Write the record",
  another: "Choose another",
  pin: "Is the pin wrong? Correct it",
  done: "Got it",
};
