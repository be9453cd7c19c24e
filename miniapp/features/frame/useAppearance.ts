import { systemFontSizePx, systemTheme } from "@/platform/appearance";
import { useSettings } from "@/features/settings/settingsStore";

/** The size class for a letter size of the system; what is not told is normal. */
export function typeOfFontSize(px: number | null): "m" | "l" | "xl" {
  if (px === null || px <= 17) return "m";
  return px <= 20 ? "l" : "xl";
}

/** Theme, letter size and amounts as they are seen: the person's choice, else the system's. */
export function useAppearance(): {
  theme: "system" | "light" | "dark";
  themeSeen: "light" | "dark";
  type: "m" | "l" | "xl";
  motionOff: boolean;
  amountsHidden: boolean;
} {
  const { theme, type, motion, amountsHidden } = useSettings();
  return {
    theme,
    themeSeen: theme === "system" ? systemTheme() : theme,
    type: type === "system" ? typeOfFontSize(systemFontSizePx()) : type,
    motionOff: motion === "off",
    amountsHidden,
  };
}
