import { exports as en } from "../en/exports";
import { exports as zh } from "../zhCN/exports";

export const exportsWords = { zh: { exports: zh }, en: { exports: en } };
