import path from "node:path";
import type { Settings } from "../../config/env";

/** A font, and by which name it is asked for. */
export interface PhotoFont {
  file: string;
  family: string;
}

/** The one of the packages, which has the Chinese of GB 2312 and more. */
export const packagedFont = (): PhotoFont => ({
  file: path.resolve(path.dirname(require.resolve("@embedpdf/fonts-sc")), "../fonts/NotoSansHans-Regular.otf"),
  family: "Noto Sans S Chinese",
});

/** The font of what is written onto photos: none of the machine's own is needed. Of one that is set the first that has a sign is taken. */
export const photoFont = ({ PHOTO_FONT_FILE }: Pick<Settings, "PHOTO_FONT_FILE">): PhotoFont =>
  PHOTO_FONT_FILE === undefined ? packagedFont() : { file: path.resolve(PHOTO_FONT_FILE), family: "sans" };
