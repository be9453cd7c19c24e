import { lines as en } from "../en/lines";
import { lines as zh } from "../zhCN/lines";

export const linesWords = { zh: { lines: zh }, en: { lines: en } };
