import { setup as en } from "../en/setup";
import { setup as zh } from "../zhCN/setup";

export const setupWords = { zh: { setup: zh }, en: { setup: en } };
