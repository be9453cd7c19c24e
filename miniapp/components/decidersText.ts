import type { Formats, Texts } from "@/texts";

/** Whom it waits for, by name where the server has told. @param unnamed where it has not */
export function decidersText(
  names: readonly string[] | undefined,
  unnamed: "leader" | "second",
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.status.deciders;
  if (!names) return words[unnamed];
  return names.length > 0 ? f.names([...names]) : words.nobody;
}
