import { en } from "./en";
import { zhCN } from "./zhCN";

export type NoticeTexts = typeof zhCN;
export type Language = "zh-CN" | "en";

const byLanguage: Record<Language, NoticeTexts> = { "zh-CN": zhCN, en };

export const textsIn = (language: Language): NoticeTexts => byLanguage[language];
