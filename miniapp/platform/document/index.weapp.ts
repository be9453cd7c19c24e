import Taro from "@tarojs/taro";

/** Shows a PDF of the server in the phone's own viewer, from which it goes to a printer or to somebody else. */
export async function openDocument(address: string, _name: string): Promise<void> {
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url: address });
  if (statusCode !== 200) throw new Error(`the document was answered with ${statusCode}`);
  await Taro.openDocument({ filePath: tempFilePath, fileType: "pdf", showMenu: true });
}
