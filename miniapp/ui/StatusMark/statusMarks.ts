/** Shapes are drawn, so that a mark survives grey print and bright sun; within one row each is used once. */
export type Shape =
  | "dashedRing"
  | "ring"
  | "ringBar"
  | "halfDisc"
  | "disc"
  | "ringDot"
  | "tick"
  | "cross"
  | "minus"
  | "flag"
  | "question"
  | "clock";

export type Tone = "ok" | "brand" | "warn" | "bad" | "plain";

/** One tone for each shape, everywhere. */
export const toneOf: Record<Shape, Tone> = {
  tick: "ok",
  disc: "brand",
  question: "warn",
  ringDot: "warn",
  clock: "warn",
  cross: "bad",
  dashedRing: "plain",
  ring: "plain",
  ringBar: "plain",
  halfDisc: "plain",
  minus: "plain",
  flag: "plain",
};

/** What is said about what, with which shape. The words are in the dictionary under the same keys. */
export const statusMarks = {
  money: { estimated: "dashedRing", earned: "halfDisc", payable: "disc", paid: "tick", offset: "minus" },
  visit: {
    recordDue: "clock",
    recordDueInDoubt: "ringDot",
    effective: "tick",
    inDoubt: "question",
    waits: "dashedRing",
    rejected: "cross",
    appealed: "flag",
    outside: "ringBar",
    repeated: "minus",
    mended: "halfDisc",
    notCounted: "ring",
  },
  queue: {
    waiting: "ring",
    sending: "clock",
    confirmed: "tick",
    refused: "question",
    failed: "cross",
    outdated: "flag",
    held: "dashedRing",
  },
  sale: { submitted: "clock", returned: "flag", confirmed: "disc", cancelled: "cross" },
} as const satisfies Record<string, Record<string, Shape>>;

export type StatusMarks = typeof statusMarks;
export type MoneyStatus = keyof StatusMarks["money"];
