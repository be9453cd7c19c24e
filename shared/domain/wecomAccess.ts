/*
 * Why a company's WeCom does not answer this installation, as far as it can be told: each is put right in another place, by
 * somebody else.
 */

export const wecomFaults = [
  /** Nobody answers at its address. */
  "unreachable",
  "secret",
  "corpId",
  "agent",
  /** This server's address is not among the trusted ones. */
  "address",
  /** The app may not ask this. */
  "rights",
  /** The app sees nobody, or far fewer than before. */
  "scope",
  "busy",
  "other",
] as const;
export type WecomFault = (typeof wecomFaults)[number];

const faultOfCode: Record<number, WecomFault> = {
  [-1]: "busy",
  40001: "secret",
  40013: "corpId",
  40056: "agent",
  40091: "secret",
  41002: "corpId",
  41004: "secret",
  45009: "busy",
  45033: "busy",
  45036: "busy",
  48001: "rights",
  48002: "rights",
  48006: "rights",
  48009: "rights",
  50003: "agent",
  60011: "scope",
  60020: "address",
  301002: "agent",
};

/** @param errcode WeCom's own; null where no answer of its arrived */
export const wecomFaultOf = (errcode: number | null): WecomFault =>
  errcode === null ? "unreachable" : (faultOfCode[errcode] ?? "other");

/** With these no message goes out; with the others the directory or a part of it is missing, or it is slow. */
const endsMessages: ReadonlySet<WecomFault> = new Set(["unreachable", "secret", "corpId", "agent", "address"]);

export const keepsMessagesBack = (fault: WecomFault): boolean => endsMessages.has(fault);

/** For so long what was asked last says how WeCom is. After it nobody asks: no worker runs. */
export const wecomAnswerKeptMs = 15 * 60_000;
