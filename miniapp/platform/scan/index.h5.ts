import { chosenFile } from "../camera/index.h5";
import { ScanError } from "../types";

/** As far as it is used here; not every browser has one. */
interface Detector {
  detect: (picture: ImageBitmap) => Promise<{ rawValue: string }[]>;
}
type Detectors = new (options: { formats: string[] }) => Detector;

const detectors = (): Detectors | undefined => (window as { BarcodeDetector?: Detectors }).BarcodeDetector;

/** Whether this browser reads codes by itself. */
export const canScan = (): boolean => detectors() !== undefined;

/**
 * What is in a code on a picture that is taken now.
 * @returns null where the person has changed their mind
 * @throws ScanError
 */
export async function scanCode(): Promise<string | null> {
  const Kind = detectors();
  if (!Kind) throw new ScanError("unsupported", "this browser reads no codes");
  const file = await chosenFile();
  if (!file) return null;
  try {
    const picture = await createImageBitmap(file);
    const [found] = await new Kind({ formats: ["qr_code"] }).detect(picture);
    picture.close();
    if (found) return found.rawValue;
  } catch (cause) {
    throw new ScanError("unavailable", cause instanceof Error ? cause.message : String(cause));
  }
  throw new ScanError("unreadable", "there is no code on the picture");
}
