import { giving as en } from "../en/giving";
import { giving as zh } from "../zhCN/giving";

export const givingWords = { zh: { giving: zh }, en: { giving: en } };
