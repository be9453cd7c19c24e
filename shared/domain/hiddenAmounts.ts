/** What stands in place of an amount that is not to be seen. */
export const dots = "••••";

/**
 * 1,300.00 · 1.5万元 · 3000元 · 12,000 CNY · 1.2亿 · 112.5m: what is an amount by its unit, its two decimals or its separators. 万, 亿 and m
 * say how large it is, and go with it.
 */
const amounts =
  /[+−-]?\d[\d,]*(?:\.\d+)?(?:\s?[万亿]+|m\b|(?=\s?(?:元|CNY)))|[+−-]?\d[\d,]*\.\d{2}(?![\d%])|[+−-]?\d{1,3}(?:,\d{3})+(?![\d.%])/g;

/** A sentence with dots in place of its amounts: what it says stays readable, percentages, counts and days with it. */
export const withoutAmounts = (text: string): string => text.replace(amounts, dots);
