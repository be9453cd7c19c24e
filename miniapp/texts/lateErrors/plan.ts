import { planErrors as en } from "../en/planErrors";
import { planErrors as zh } from "../zhCN/planErrors";

export const planErrors = { zh, en };
