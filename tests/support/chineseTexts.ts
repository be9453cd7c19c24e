import { allTexts } from "./allTexts";

/** Shorter pieces may as well be part of what people have written themselves. */
const pieceMin = 4;

/** What the Chinese dictionary says, in pieces between its slots. */
export function chineseTexts(): string[] {
  return [...new Set(piecesIn(allTexts["zh-CN"]))].filter((piece) => piece.length >= pieceMin);
}

function piecesIn(value: unknown): string[] {
  if (typeof value === "string") return piecesOf(value);
  if (typeof value === "function") {
    const slots = new Proxy({}, { get: () => "\u0000" });
    return piecesOf((value as (slots: object) => string)(slots));
  }
  return Object.values(value as object).flatMap(piecesIn);
}

/** Runs of Chinese signs. */
const piecesOf = (text: string): string[] => text.match(/[\u4e00-\u9fff]+/g) ?? [];
