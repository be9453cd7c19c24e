import { planText as en } from "../en/planText";
import { planText as zh } from "../zhCN/planText";

export const planTextWords = { zh: { planText: zh }, en: { planText: en } };
