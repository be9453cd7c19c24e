import { planCheck as en } from "../en/planCheck";
import { planCheck as zh } from "../zhCN/planCheck";

export const planCheckWords = { zh: { planCheck: zh }, en: { planCheck: en } };
