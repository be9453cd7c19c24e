import { nameForm } from "@shared/domain/customerSearch";

/**
 * The first letters of names in pinyin, names apart by a space: 海岳机械有限公司 and 海岳机械 give `hyjx`. Characters of several readings are
 * read by their word (重庆 is `cq`, 银行 `yh`).
 */
export async function initialsOf(names: readonly string[]): Promise<string> {
  // Its tables are 28 MB: for those processes that write customers.
  const { pinyin } = await import("pinyin-pro");
  const lettersOf = (name: string) => pinyin(nameForm(name), { pattern: "first", toneType: "none", type: "array" });
  return [...new Set(names.map((name) => lettersOf(name).join("").toLowerCase()))].join(" ");
}
