import { followUp as en } from "../en/followUp";
import { followUp as zh } from "../zhCN/followUp";

export const followUpWords = { zh: { followUp: zh }, en: { followUp: en } };
