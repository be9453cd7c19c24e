import { canOpenLocationSettings, openLocationSettings } from "@/platform/location";

/** Whether this program can open the page where a refusal is taken back. */
export const canOpenSettings = canOpenLocationSettings;

export const openSettings = (): void => void openLocationSettings().catch(() => {});
