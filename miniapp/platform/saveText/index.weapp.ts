import Taro from "@tarojs/taro";

/** A mini-program opens no files of this kind for others: the text goes to the clipboard, to be pasted into a document. */
export async function saveText(_name: string, text: string, _type?: string): Promise<"file" | "clipboard"> {
  await Taro.setClipboardData({ data: text });
  return "clipboard";
}
