import { deciding as en } from "../en/deciding";
import { deciding as zh } from "../zhCN/deciding";

export const decidingWords = { zh: { deciding: zh }, en: { deciding: en } };
