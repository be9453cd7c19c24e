import Taro from "@tarojs/taro";

/** The theme that the system has now; WeCom tells of no change, so it is asked at each page. */
export function systemTheme(): "light" | "dark" {
  try {
    return Taro.getSystemInfoSync().theme === "dark" ? "dark" : "light";
  } catch {
    return "light";
  }
}

/** The letter size chosen in the system, in px; null where it is not told. */
export function systemFontSizePx(): number | null {
  try {
    return Taro.getSystemInfoSync().fontSizeSetting ?? null;
  } catch {
    return null;
  }
}

/** WeCom's language: Chinese unless it says English. */
export function systemLanguage(): "zh-CN" | "en" {
  try {
    return /^en/i.test(Taro.getSystemInfoSync().language) ? "en" : "zh-CN";
  } catch {
    return "zh-CN";
  }
}

/** The native bars and the ground behind the page; they know no custom properties. */
export function paintNativeParts(colors: { bar: string; ground: string; dark: boolean }): void {
  const quiet = () => {}; // an old core without one of these keeps its own colours
  void Taro.setNavigationBarColor({
    frontColor: colors.dark ? "#ffffff" : "#000000",
    backgroundColor: colors.bar,
  }).catch(quiet);
  void Taro.setBackgroundColor({
    backgroundColor: colors.ground,
    backgroundColorTop: colors.ground,
    backgroundColorBottom: colors.ground,
  }).catch(quiet);
}

/** The client reads in the language of the phone, and the words are part of the program. */
export function sayLanguage(_language: "zh-CN" | "en", _hasWords: boolean): void {}
