/** In their order: later ones also call themselves by the names of earlier ones. */
const browsers: [RegExp, string][] = [
  [/wxwork/i, "WeCom"],
  [/MicroMessenger/i, "WeChat"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, "HarmonyOS"],
  [/Android/i, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];

/** A browser and its system by what it says of itself, for somebody who is to know it again: `Chrome · Windows`. */
export function browserName(userAgent: string): string | null {
  const nameIn = (known: [RegExp, string][]) => known.find(([shape]) => shape.test(userAgent))?.[1];
  const parts = [nameIn(browsers), nameIn(systems)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" · ") : null;
}
