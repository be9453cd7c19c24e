import type { proof as chinese } from "../zhCN/proof";

export const proof: typeof chinese = {
  attached: {
    photos: (p) => `${p.count} photo${p.count === 1 ? "" : "s"}`,
    signatures: (p) => `${p.count} signature${p.count === 1 ? "" : "s"}`,
    recordings: (p) => `${p.count} recording${p.count === 1 ? "" : "s"}`,
    first: (p) => `With ${p.files}, sent first`,
    inMemory: (p) =>
      `Not everything with it is stored on this phone (${p.files}): the room is full, or the phone refused. Keep Xiaoli open until it has gone, or it is lost.`,
  },
  almostFinal: (p) =>
    `${p.by} can still change it until ${p.until}. Then it is final, and nobody looks again. For questions ask ${p.by}.`,
  far: {
    title: "Check-in out of range",
    stands: (p) =>
      `Not counted as it is. If you were at the client, take a photo of the place and say why by ${p.until}. It is for ${p.who} to decide.`,
    recordToo: (p) =>
      `The visit needs its record as well, by ${p.until}: without one it does not count even where this is accepted.`,
    over: "Seven days have gone by: it can no longer be explained, and does not count.",
    settled: "Your day counts this client by another check-in: there is nothing to explain about this one.",
    photoNeeded:
      "Take a photo of the place. It goes with what you say, for whoever decides. Where it was taken is not kept in it.",
    photoMissing: "Take a photo of the place, then send it",
  },
};
