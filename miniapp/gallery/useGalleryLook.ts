import { useEffect, useState } from "react";
import { paintNativeParts, sayLanguage } from "@/platform/appearance";
import { setPageTitle, usePageParams } from "@/platform/page";
import { themes } from "@/ui/tokens";

export const themesShown = ["light", "dark"] as const;
export const typesShown = ["m", "l", "xl"] as const;
export const languagesShown = ["zh-CN", "en"] as const;

export interface GalleryLook {
  theme: (typeof themesShown)[number];
  type: (typeof typesShown)[number];
  language: (typeof languagesShown)[number];
}

/** The look that the address asks for (`?theme=dark&type=xl&language=en`), until another is chosen on the page. */
export function useGalleryLook() {
  const { part, state, ...params } = usePageParams();
  const [look, setLook] = useState<GalleryLook>({
    theme: themesShown.find((theme) => theme === params.theme) ?? "light",
    type: typesShown.find((type) => type === params.type) ?? "m",
    language: languagesShown.find((language) => language === params.language) ?? "zh-CN",
  });
  useEffect(() => {
    const ground = themes[look.theme].page;
    setPageTitle("ui");
    paintNativeParts({ bar: ground, ground, dark: look.theme === "dark" });
  }, [look.theme]);
  useEffect(() => sayLanguage(look.language, true), [look.language]);
  return { look, part, state, change: (some: Partial<GalleryLook>) => setLook({ ...look, ...some }) };
}
