import { kept as en } from "../en/kept";
import { kept as zh } from "../zhCN/kept";

export const keptWords = { zh: { kept: zh }, en: { kept: en } };
