export interface DeciderSaid {
  name: string;
  /** In whose place; none: by an own right. */
  insteadOfNames: readonly string[];
}

/** Who decides or has decided, for whoever waits for it or reads what came of it: `陈浩（代赵静）`. */
export function deciderName({ name, insteadOfNames }: DeciderSaid, language: "zh-CN" | "en"): string {
  if (insteadOfNames.length === 0) return name;
  return language === "en" ? `${name} (for ${insteadOfNames.join(", ")})` : `${name}（代${insteadOfNames.join("、")}）`;
}

/** The same of one decision, as it is stored and sent. */
export const decidedBy = (
  { byName, insteadOfName }: { byName: string; insteadOfName?: string | null | undefined },
  language: "zh-CN" | "en",
): string => deciderName({ name: byName, insteadOfNames: insteadOfName ? [insteadOfName] : [] }, language);
