import { nameForm } from "@shared/domain/customerSearch";

/*
 * How Chinese names are read. The tables are 28 MB: for those processes that write names.
 */

/**
 * The first letters of names in pinyin, names apart by a space: 海岳机械有限公司 and 海岳机械 give `hyjx`. Characters of several readings are
 * read by their word (重庆 is `cq`, 银行 `yh`).
 */
export async function initialsOf(names: readonly string[]): Promise<string> {
  const initials = await Promise.all(names.map((name) => read(nameForm(name), { pattern: "first" })));
  return [...new Set(initials)].join(" ");
}

/** The same of a person, whose surname is read as one: 单雄信 is `sxx`. */
export const nameInitialsOf = (name: string): Promise<string> => read(name, { pattern: "first", surname: "head" });

/** The whole of it, to put people in their order: 王芳 gives `wangfang`. */
export const nameLettersOf = (name: string): Promise<string> => read(name, { pattern: "pinyin", surname: "head" });

/** The whole of a company's name, to put clients in their order: 海岳机械 gives `haiyuejixie`. */
export const lettersOf = (name: string): Promise<string> => read(name, { pattern: "pinyin" });

async function read(text: string, options: { pattern: "first" | "pinyin"; surname?: "head" }): Promise<string> {
  const { pinyin } = await import("pinyin-pro");
  return pinyin(text, { ...options, toneType: "none", type: "array" })
    .join("")
    .toLowerCase();
}
