import { audit as en } from "../en/audit";
import { audit as zh } from "../zhCN/audit";

export const auditWords = { zh: { audit: zh }, en: { audit: en } };
