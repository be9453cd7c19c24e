import { openings as en } from "../en/openings";
import { openings as zh } from "../zhCN/openings";

export const openingsWords = { zh: { openings: zh }, en: { openings: en } };
