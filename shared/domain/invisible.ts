/*
 * Characters that take no ink. Two names that differ in one look the same, and a name of nothing else looks empty. What real
 * texts need stays: joiners and colours inside an emoji, and the variant of a Chinese character that follows it.
 */

// Unicode's own list of what is drawn as nothing where it is not understood: fillers, soft hyphens, joiners, tags, marks of
// direction. Beside it the blank of Braille, the note head of nothing, and the places of objects and of notes between lines.
const inkless = /[\p{Default_Ignorable_Code_Point}\u2800\u{1D159}\uFFF9-\uFFFC]/u;

const everyInkless = new RegExp(inkless.source, `${inkless.flags}g`);

/** An emoji with all that belongs to it: 👨‍💻, ❤️, 👍🏽, 1️⃣, 🏴󠁧󠁢󠁥󠁮󠁧󠁿. */
const emoji =
  /(?:\p{Extended_Pictographic}|[0-9#*](?=\uFE0F?\u20E3))[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?\u20E3?(?:[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]+\u{E007F})?(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F]?[\u{1F3FB}-\u{1F3FF}]?)*/gu;
/** 葛󠄀: which drawing of the character is meant; in some people's names. */
const variantOfCharacter = /(\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]/gu;

/** Whether a text holds something that nobody can see where no real text needs it. */
export const hasInvisible = (text: string): boolean =>
  // Most texts hold none of them at all.
  inkless.test(text) && inkless.test(text.replace(emoji, "").replace(variantOfCharacter, "$1"));

/** Stand for what is kept while the rest is looked at; Unicode has them as no characters. */
const places = { emoji: "\uFFFF", variant: "\uFFFE" };

/** The text without what `hasInvisible` finds. */
export function withoutInvisible(text: string): string {
  if (!hasInvisible(text)) return text;
  const kept = { emoji: [] as string[], variant: [] as string[] };
  const keep = (kind: keyof typeof kept) => (part: string) => {
    kept[kind].push(part);
    return places[kind];
  };
  return text
    .replace(/[\uFFFE\uFFFF]/g, "")
    .replace(emoji, keep("emoji"))
    .replace(variantOfCharacter, keep("variant"))
    .replace(everyInkless, "")
    .replace(/\uFFFE/g, () => kept.variant.shift() ?? "")
    .replace(/\uFFFF/g, () => kept.emoji.shift() ?? "");
}

/** Whether there is anything to see: a letter, a digit, a sign. Marks that only change a letter before them are not. */
export const hasInk = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** As many places of a string as one sign that a person sees may take: a family of four has eleven. */
export const placesPerSign = 12;

/** How long a text is for whoever reads it: an emoji with all that belongs to it, and a character with its drawing, are one. */
export function lengthSeen(text: string): number {
  return text
    .normalize("NFC")
    .replace(emoji, "x")
    .replace(variantOfCharacter, "$1")
    .replace(/(?:\uD83C[\uDDE6-\uDDFF]){2}/g, "x")
    .replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, "x").length;
}
