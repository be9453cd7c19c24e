import type { Actor } from "@shared/domain/actor";
import { en } from "./en";
import { zhCN } from "./zhCN";

export type ServerTexts = typeof zhCN;
export type Language = "zh-CN" | "en";

const byLanguage: Record<Language, ServerTexts> = { "zh-CN": zhCN, en };

export const textsIn = (language: Language): ServerTexts => byLanguage[language];

/** In the caller's own language; machines are answered in Chinese, the company's. */
export const textsFor = (actor: Actor): ServerTexts => textsIn(actor.kind === "member" ? actor.language : "zh-CN");
