import type { zhCN } from "./zhCN";

/** The keys and slots of the Chinese dictionary. A language that misses one does not compile. */
export type Texts = typeof zhCN;

export type Language = "zh-CN" | "en";
