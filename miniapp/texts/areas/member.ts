import { member as en } from "../en/member";
import { member as zh } from "../zhCN/member";

export const memberWords = { zh: { member: zh }, en: { member: en } };
