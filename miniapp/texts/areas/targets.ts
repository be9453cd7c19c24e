import { targets as en } from "../en/targets";
import { targets as zh } from "../zhCN/targets";

export const targetsWords = { zh: { targets: zh }, en: { targets: en } };
