import Taro from "@tarojs/taro";
import type { TableFile } from "../types";

/** Lets a person choose a table from a chat, where a phone has its files; null where they choose none. */
export async function pickTable(): Promise<TableFile | null> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: "file" }).catch(() => null);
  const file = chosen?.tempFiles[0];
  if (!file) return null;
  const bytes = await new Promise<string | ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) => resolve(data),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  return typeof bytes === "string" ? null : { name: file.name, bytes };
}
