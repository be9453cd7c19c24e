import Taro from "@tarojs/taro";
import { CameraError, type TakenPhoto } from "../types";

/** Above this a photo is made smaller: it has to go over a poor network. */
const bytesWanted = 500 * 1024;

/**
 * Takes a photo with the camera; pictures from the album are not offered.
 * @returns null where the person has changed their mind
 * @throws CameraError
 */
export async function takePhoto(): Promise<TakenPhoto | null> {
  const taken = await Taro.chooseMedia({
    count: 1,
    mediaType: ["image"],
    sourceType: ["camera"],
    sizeType: ["compressed"],
    camera: "back",
  }).catch((cause: { errMsg?: string }) => {
    const message = cause.errMsg ?? "chooseMedia failed";
    if (/cancel/i.test(message)) return null;
    throw new CameraError(
      /auth|deny|denied|permission|privacy|scope/i.test(message) ? "refused" : "unavailable",
      message,
    );
  });
  const file = taken?.tempFiles[0];
  if (!file) return null;
  const address =
    file.size > bytesWanted
      ? (await Taro.compressImage({ src: file.tempFilePath, quality: 60 })).tempFilePath
      : file.tempFilePath;
  return { bytes: await bytesAt(address), type: /\.png$/i.test(address) ? "image/png" : "image/jpeg", address };
}

/** The phone frees its temporary files by itself. */
export const dropPhoto = (_photo: Pick<TakenPhoto, "address">): void => undefined;

/** Hears of the person being back from the camera. @returns what ends it */
export function onBackFromCamera(listener: () => void): () => void {
  if (typeof Taro.onAppShow !== "function") return () => undefined;
  Taro.onAppShow(listener);
  return () => void (typeof Taro.offAppShow === "function" && Taro.offAppShow(listener));
}

function bytesAt(filePath: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer), // without an encoding it is bytes
      fail: ({ errMsg }) => reject(new CameraError("unreadable", errMsg)),
    });
  });
}
