/** What stands in place of an amount that is not to be seen. */
export const dots = "••••";

/** 1,300.00 · 1.5万元 · 3000元 · 12,000 CNY: what is an amount by its unit, or by its two decimals. */
const amounts = /[+−-]?\d[\d,]*(?:\.\d+)?(?=\s?(?:万|亿|元|CNY))|[+−-]?\d[\d,]*\.\d{2}(?![\d%])/g;

/** A sentence with dots in place of its amounts: what it says stays readable, percentages, counts and days with it. */
export const withoutAmounts = (text: string): string => text.replace(amounts, dots);
