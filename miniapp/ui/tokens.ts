/*
 * The colours of tokens.scss as values: for the native bars, which know no custom properties, and for the contrast test.
 * Roles and uses are described there; a test holds the two files together.
 */

export const light = {
  page: "#F3F5F8",
  card: "#FFFFFF",
  paper: "#FFFFFF",
  raised: "#FFFFFF",
  sunken: "#E9EDF2",
  "text-1": "#16202E",
  "text-2": "#475467",
  "text-3": "#5F6C80",
  brand: "#1B57CC",
  "brand-fill": "#1B57CC",
  "brand-pressed": "#15469F",
  "on-brand": "#FFFFFF",
  ok: "#0A7040",
  warn: "#8F5200",
  bad: "#B8241A",
  "brand-soft": "#E7EEFC",
  "ok-soft": "#E2F4EA",
  "warn-soft": "#FFF1D6",
  "bad-soft": "#FCE9E7",
  edge: "#7C8899",
  line: "#D9E0E8",
} as const;

export type ColorToken = keyof typeof light;

export const dark: Record<ColorToken, string> = {
  page: "#0E1319",
  card: "#171F29",
  paper: "#FFFFFF",
  raised: "#1F2935",
  sunken: "#0A0E13",
  "text-1": "#ECF0F5",
  "text-2": "#B5C0CD",
  "text-3": "#94A1B2",
  brand: "#8AB0FF",
  "brand-fill": "#2F65D4",
  "brand-pressed": "#2856B8",
  "on-brand": "#FFFFFF",
  ok: "#5FCB94",
  warn: "#EFB458",
  bad: "#FF958B",
  "brand-soft": "#1A2B4D",
  "ok-soft": "#10301F",
  "warn-soft": "#33260E",
  "bad-soft": "#3B1714",
  edge: "#6F7D8F",
  line: "#2B3643",
};

export const themes = { light, dark };
