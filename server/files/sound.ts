import type { AudioType } from "@shared/domain/fileTypes";
import { AppError } from "@shared/errors";
import type { ReceivedFile } from "./folder";

/** A minute takes less than half of that, however a phone records it. */
const bytesMax = 1024 * 1024;

/**
 * What was spoken is kept as it came: it is not opened here but for its first bytes, so that nothing else is given out as sound.
 * @throws AppError "file.unreadable"; "body.tooLarge"
 */
export function soundOf({ head, bytes }: Pick<ReceivedFile, "head" | "bytes">, type: AudioType): AudioType {
  if (bytes > bytesMax) throw new AppError("body.tooLarge", `${bytes} bytes of sound`);
  if (!beginsAs[type](head)) throw new AppError("file.unreadable", `no ${type}`);
  return type;
}

const beginsAs: Record<AudioType, (bytes: Buffer) => boolean> = {
  // With its tags before it, or with its first frame.
  "audio/mpeg": (bytes) =>
    bytes.toString("latin1", 0, 3) === "ID3" || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  "audio/mp4": (bytes) => bytes.toString("latin1", 4, 8) === "ftyp",
  "audio/webm": (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])),
};
