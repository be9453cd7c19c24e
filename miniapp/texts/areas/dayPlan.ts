import { dayPlan as en } from "../en/dayPlan";
import { dayPlan as zh } from "../zhCN/dayPlan";

export const dayPlanWords = { zh: { dayPlan: zh }, en: { dayPlan: en } };
