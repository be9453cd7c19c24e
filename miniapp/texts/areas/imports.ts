import { imports as en } from "../en/imports";
import { imports as zh } from "../zhCN/imports";

export const importsWords = { zh: { imports: zh }, en: { imports: en } };
