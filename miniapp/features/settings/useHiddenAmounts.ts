import { useSettings } from "./settingsStore";

/** Whether amounts are dots on this phone, and the way to change it: the same wherever it is offered. */
export function useHiddenAmounts(): { hidden: boolean; set: (hidden: boolean) => void } {
  const { amountsHidden, choose } = useSettings();
  return { hidden: amountsHidden, set: (hidden) => choose({ amountsHidden: hidden }) };
}
