import { siteCode as en } from "../en/siteCode";
import { siteCode as zh } from "../zhCN/siteCode";

export const siteCodeWords = { zh: { siteCode: zh }, en: { siteCode: en } };
