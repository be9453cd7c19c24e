import type { Deps } from "../deps";
import type { Service } from "../lib/services";
import { photoFont } from "./photoFont";
import { tryFont } from "./stamped";

/** Looks, before anybody is answered, whether photos can be written onto: who has set a font learns it from the start, not from a picture. */
export const photoFontService = ({ settings }: Pick<Deps, "settings">): Service => ({
  name: "font of photos",
  start: async () => {
    const font = photoFont(settings);
    await tryFont(font).catch((cause: unknown) => {
      throw new Error(`PHOTO_FONT_FILE: ${font.file} cannot be used as a font`, { cause });
    });
  },
  stop: async () => {},
});
