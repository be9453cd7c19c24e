import type { pins as chinese } from "../zhCN/pins";

export const pins: typeof chinese = {
  title: "Confirm pins",
  none: "No pin waits for you",
  looked: "You see where colleagues stood: the look is noted, and they see it.",
  by: (p) => `proposed by ${p.name}, ${p.day}`,
  first: "No pin here yet: a colleague checked in and took a photo",
  moved: (p) => `${p.distance} from where it was`,
  sketch: {
    say: (p) => `The new position is ${p.distance} ${p.direction} of the old one`,
    same: "The new position is where the old one is",
    legend: "North is up. Hollow and dashed is the old one, solid the new one; check-ins count within the circle.",
    directions: {
      ...{ n: "north", ne: "north-east", e: "east", se: "south-east" },
      ...{ s: "south", sw: "south-west", w: "west", nw: "north-west" },
    },
  },
  typed: "The pin was typed in; check-ins go by it for now",
  taken: "The pin was taken on the spot; check-ins go by it for now",
  takenAt: (p) => `Taken ${p.time}`,
  accuracy: (p) =>
    p.accuracy === null
      ? `Check-ins count within ${p.radius}`
      : `accurate to ${p.accuracy}; check-ins count within ${p.radius}`,
  stoodAt: (p) => `Last ${p.count} check-ins here: the nearest ${p.nearest} from it, half within ${p.middle}`,
  at: (p) => `New position: ${p.latDeg} N, ${p.lngDeg} E`,
  says: (p) => `“${p.note}”`,
  mapTo: "New position on the map",
  mapFrom: "Old position on the map",
  choose: "Choose this one",
  chosen: "Chosen; tap to leave out",
  all: "Choose all",
  chooseFirst: "Choose first",
  accept: (p) => `Confirm ${p.count}`,
  reject: "Not taken",
  rejectTitle: "Why not",
  reasonNote:
    "Whoever proposed it reads this. A check-in that proposed it is not lost by that: it goes on waiting under Approvals.",
  reasonHint: "e.g. that is the warehouse",
  reasons: {
    elsewhere: "That is not where this client is",
    entrance: "Please propose it again from the main entrance",
    stay: "The old position is right",
  },
  takeBack: {
    by: (p) => `${p.name} confirmed this position ${p.time}`,
    open: "Confirmed by mistake, put it back",
    title: "Why put it back",
    note: "The pin is as it was before, and whoever proposed it reads this. Check-ins so far stay as they are.",
    send: "Put it back",
  },
  missed: (p) => `${p.count} not decided: somebody was first, or there is a new proposal.`,
};
