/** The closed list of functions: how each is called and how many arguments it takes. */
const catalogue = {
  如果: { alias: "if", min: 3, max: 3 },
  最小: { alias: "min", min: 2, max: 20 },
  最大: { alias: "max", min: 2, max: 20 },
  限制: { alias: "clamp", min: 3, max: 3 },
  四舍五入: { alias: "round", min: 1, max: 2 },
  向上取整: { alias: "ceil", min: 1, max: 2 },
  向下取整: { alias: "floor", min: 1, max: 2 },
  绝对值: { alias: "abs", min: 1, max: 1 },
  有值: { alias: "has", min: 1, max: 1 },
  阶梯: { alias: "tiers", min: 2, max: 3 },
  费率: { alias: "rate", min: 2, max: 3 },
  系数: { alias: "factor", min: 2, max: 3 },
  查表: { alias: "lookup", min: 1, max: 1 },
  天数比例: { alias: "dayShare", min: 0, max: 0 },
} as const;

export type FunctionName = keyof typeof catalogue;

/** The functions whose second argument is a table with edges; a third makes the edges multiples of it. */
export type BandFunction = "阶梯" | "费率" | "系数";

const byText = new Map<string, FunctionName>();
for (const name of Object.keys(catalogue) as FunctionName[]) {
  byText.set(name, name);
  byText.set(catalogue[name].alias.toLowerCase(), name);
}

/** Chinese names and English aliases; letters in either case. */
export const functionNamed = (text: string): FunctionName | null => byText.get(text.toLowerCase()) ?? null;

export const argumentsOf = (name: FunctionName): { min: number; max: number } => catalogue[name];

export const aliasOf = (name: FunctionName): string => catalogue[name].alias;

export const isBandFunction = (name: FunctionName): name is BandFunction =>
  name === "阶梯" || name === "费率" || name === "系数";
