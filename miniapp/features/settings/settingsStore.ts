import { create } from "zustand";
import { readStored, store } from "@/platform/storage";

/** Choices that belong to this phone, not to the person: they are kept here alone. */
export interface Settings {
  theme: "system" | "light" | "dark";
  type: "system" | "m" | "l" | "xl";
  motion: "system" | "off";
  /** Which role's tabs are shown, for people who have several. */
  role: RoleShown | null;
  /** Amounts are dots until the next long press. */
  amountsHidden: boolean;
}

/** Whose tabs somebody sees. `staff`: of whoever neither sells, leads nor has an office, who has none. */
export type RoleShown = "rep" | "manager" | OfficeRole | "staff";
export type OfficeRole = "finance" | "hr" | "admin" | "auditor";

const defaults: Settings = { theme: "system", type: "system", motion: "system", role: null, amountsHidden: false };
const name = "setting:all";

function read(): Settings {
  const kept = readStored(name);
  return typeof kept === "object" && kept !== null ? { ...defaults, ...(kept as Partial<Settings>) } : defaults;
}

interface SettingsStore extends Settings {
  choose: (change: Partial<Settings>) => void;
}

export const useSettings = create<SettingsStore>()((set, get) => ({
  ...read(),
  choose: (change) => {
    set(change);
    const { choose: _, ...settings } = get();
    store(name, settings);
  },
}));
