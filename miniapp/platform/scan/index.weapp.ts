import Taro from "@tarojs/taro";
import { ScanError } from "../types";

export const canScan = (): boolean => true;

/**
 * What is in a code that the camera sees; pictures from the album are not offered.
 * @returns null where the person has changed their mind
 * @throws ScanError
 */
export async function scanCode(): Promise<string | null> {
  const scanned = await Taro.scanCode({ onlyFromCamera: true, scanType: ["qrCode"] }).catch(
    (cause: { errMsg?: string }) => {
      const message = cause.errMsg ?? "scanCode failed";
      if (/cancel/i.test(message)) return null;
      throw new ScanError(
        /auth|deny|denied|permission|privacy|scope/i.test(message) ? "refused" : "unavailable",
        message,
      );
    },
  );
  return scanned && scanned.result;
}
