import { withoutAmounts } from "@shared/domain/hiddenAmounts";
import { useSettings } from "./settingsStore";

/** How texts are shown on this phone: as they are, or without their amounts. */
export function useAmountsShown(): { hidden: boolean; shown: (text: string) => string } {
  const hidden = useSettings((settings) => settings.amountsHidden);
  return { hidden, shown: (text) => (hidden ? withoutAmounts(text) : text) };
}
