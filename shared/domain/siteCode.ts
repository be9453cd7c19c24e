import { sha256 } from "./sha256";

/*
 * A client's code is a secret on paper at one of its places. Whoever scans it was there, or has a picture of it: so it stands in for a
 * position that nobody has, with doubt, and for none that is clear. What is kept of it is its hash.
 */

/** So that a code of something else is none of ours. */
const prefix = "XL1:";
const written = /^XL1:([A-Za-z0-9_-]{43})$/;

/** What is in the code on paper. @param secret 256 bits, in the characters of an address */
export const siteCodeText = (secret: string): string => `${prefix}${secret}`;

/** By what the server knows it; null for what is no client's code. */
export const siteCodeHashOf = (text: string): string | null => (written.test(text) ? sha256(text) : null);

/** How phones know the codes of their places without having what is in them. */
export const siteCodeMark = (hash: string): string => hash.slice(0, 16);

/**
 * What was found of a code that was scanned at a place: it is the one there; it was, until another took its place; it is another place's;
 * nobody knows it.
 */
export const siteCodeFindings = ["here", "replaced", "elsewhere", "unknown"] as const;
export type SiteCodeFinding = (typeof siteCodeFindings)[number];

/**
 * @param code as it was made; null where none is known
 * @param at when it was scanned: a tap may arrive after its code was replaced
 */
export function siteCodeFinding(code: { isHere: boolean; endedAt: Date | null } | null, at: Date): SiteCodeFinding {
  if (!code) return "unknown";
  if (!code.isHere) return "elsewhere";
  return code.endedAt === null || at < code.endedAt ? "here" : "replaced";
}
