import { visitTypes as en } from "../en/visitTypes";
import { visitTypes as zh } from "../zhCN/visitTypes";

export const visitTypesWords = { zh: { visitTypes: zh }, en: { visitTypes: en } };
