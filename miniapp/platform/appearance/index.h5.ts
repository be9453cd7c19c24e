export function systemTheme(): "light" | "dark" {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Browsers scale letters by themselves. */
export function systemFontSizePx(): number | null {
  return null;
}

export function systemLanguage(): "zh-CN" | "en" {
  return /^en/i.test(navigator.language) ? "en" : "zh-CN";
}

/** What lies behind the page, and the browser's own bar. */
export function paintNativeParts(colors: { bar: string; ground: string; dark: boolean }): void {
  document.body.style.backgroundColor = colors.ground;
  document.documentElement.style.colorScheme = colors.dark ? "dark" : "light";
  let meta = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
  if (!meta) {
    meta = document.createElement("meta");
    meta.name = "theme-color";
    document.head.appendChild(meta);
  }
  meta.content = colors.bar;
}

/**
 * The language that a screen reader speaks the page in.
 * @param hasWords false while they are on their way: until then nothing is shown or read
 */
export function sayLanguage(language: "zh-CN" | "en", hasWords: boolean): void {
  document.documentElement.lang = language;
  document.documentElement.style.visibility = hasWords ? "" : "hidden";
}
