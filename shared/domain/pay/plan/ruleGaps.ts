import { compare, type Exact } from "../numbers/number";

/** Several rules for one result pay together, or one in place of the others: a plan has to say which (C20, Q09, V101). */
export const lacksStackingRule = (rules: readonly string[], policy: string | null): boolean =>
  policy === null && new Set(rules).size > 1;

/** Whether what people asked for is in the plan: 4 % is no 「not less than 5 %」 (C36, V188). */
export const meetsNeed = (offered: Exact, atLeast: Exact): boolean => compare(offered, atLeast) >= 0;
