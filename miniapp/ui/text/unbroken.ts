import type { ReactNode } from "react";

const space = "\u00a0";

/** A number stays on the line of its unit: `2,500.00 元`. What is no text stays as it is. */
export function unbroken(text: ReactNode): ReactNode {
  if (typeof text !== "string") return text;
  return text.replace(/(\d) (元|公里|米|CNY|km|m\b)/g, `$1${space}$2`);
}
