import Taro from "@tarojs/taro";

/** Shows a PDF or a workbook of the server in the phone's own viewer, from which it goes to a printer or to somebody else. */
export async function openDocument(address: string, name: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: address });
  if (statusCode !== 200) throw new Error(`the document was answered with ${statusCode}`);
  const fileType = name.endsWith(".xlsx") ? "xlsx" : "pdf";
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
}

/** Whether there is a program for it here: the viewer knows no CSV. */
export const opensCsv = false;
