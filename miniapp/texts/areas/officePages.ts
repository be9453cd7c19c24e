import { officePages as en } from "../en/officePages";
import { officePages as zh } from "../zhCN/officePages";

export const officePagesWords = { zh: { officePages: zh }, en: { officePages: en } };
