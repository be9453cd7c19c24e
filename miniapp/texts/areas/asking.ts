import { asking as en } from "../en/asking";
import { asking as zh } from "../zhCN/asking";

export const askingWords = { zh: { asking: zh }, en: { asking: en } };
