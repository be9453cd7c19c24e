import type { zhCN } from "./zhCN";
import type { auth } from "./zhCN/auth";
import type { zhFieldPages } from "./zhCN/fieldPages";
import type { menu } from "./zhCN/menu";
import type { office } from "./zhCN/office";
import type { zhPages } from "./zhCN/pages";
import type { search } from "./zhCN/search";

/** The keys and slots of the Chinese dictionary. A language that misses one does not compile. */
export type Texts = typeof zhCN;

/** With what pages of field work say. */
export type FieldTexts = Texts & typeof zhFieldPages;

/** With what the pages before the tabs say. */
export type EntranceTexts = Texts & { auth: typeof auth };

/** With what the tabs of offices say. */
export type OfficeTexts = Texts & { office: typeof office };

/** With what all pages behind the tabs say. */
export type PageTexts = FieldTexts & typeof zhPages;

/** Pages by name. */
export type MenuTexts = typeof menu;

export type SearchTexts = typeof search;

export type Language = "zh-CN" | "en";
