import { withoutInvisible } from "./invisible";

// What the contracts refuse: controls but tab and line feed, overrides of direction, what Unicode reserves as no character.
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/g;
const surrogates = /([\uD800-\uDBFF][\uDC00-\uDFFF])|[\uD800-\uDFFF]/g;

/**
 * A text as it was meant, when it is typed or pasted: lines of another system end as ours do, and what nobody can see is gone
 * where it is no part of an emoji. Nothing that can be read is changed.
 */
export function tidiedText(typed: string): string {
  const lines = typed.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(controls, "");
  return withoutInvisible(lines.replace(surrogates, (_, pair: string | undefined) => pair ?? ""));
}

/** The same for what stands on one line. */
export const tidiedLine = (typed: string): string => tidiedText(typed).replace(/[\n\t]+/g, " ");
