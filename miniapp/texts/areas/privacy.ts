import { privacy as en } from "../en/privacy";
import { privacy as zh } from "../zhCN/privacy";

export const privacyWords = { zh: { privacy: zh }, en: { privacy: en } };
