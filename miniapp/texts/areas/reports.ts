import { reports as en } from "../en/reports";
import { reports as zh } from "../zhCN/reports";

export const reportsWords = { zh: { reports: zh }, en: { reports: en } };
