import type { zhCN } from "./zhCN";
import type { zhPages } from "./zhCN/pages";

/** The keys and slots of the Chinese dictionary. A language that misses one does not compile. */
export type Texts = typeof zhCN;

/** With what only pages behind the tabs say. */
export type PageTexts = Texts & typeof zhPages;

export type Language = "zh-CN" | "en";
