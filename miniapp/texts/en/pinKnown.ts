import type { pinKnown as zh } from "../zhCN/pinKnown";

export const pinKnown: typeof zh = {
  typed: "pin as typed",
  taken: "pin taken on the spot",
  learned: "pin learned from check-ins",
  confirmed: "pin confirmed",
  none: "no pin yet",
};
