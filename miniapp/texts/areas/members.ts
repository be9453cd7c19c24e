import { members as en } from "../en/members";
import { members as zh } from "../zhCN/members";

export const membersWords = { zh: { members: zh }, en: { members: en } };
