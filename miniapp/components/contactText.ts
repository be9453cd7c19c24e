import type { Formats, Texts } from "@/texts";

/** How to reach whoever is responsible for people's data: as it is set, else by asking an administrator. */
export const contactText = (
  contact: string | null,
  administratorNames: readonly string[],
  { t, f }: { t: Texts; f: Formats },
): string =>
  contact === null ? t.common.noContact({ names: f.names(administratorNames) }) : t.common.contact({ contact });
