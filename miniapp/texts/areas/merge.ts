import { merge as en } from "../en/merge";
import { merge as zh } from "../zhCN/merge";

export const mergeWords = { zh: { merge: zh }, en: { merge: en } };
