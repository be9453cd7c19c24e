import { away as en } from "../en/away";
import { away as zh } from "../zhCN/away";

export const awayWords = { zh: { away: zh }, en: { away: en } };
