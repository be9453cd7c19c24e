import { CameraError, type TakenPhoto } from "../types";

const sideMaxPx = 1600;

/**
 * Takes a photo. A phone's browser opens the camera; one on a computer lets a file be chosen, and nobody can forbid that. It is made
 * smaller here, since most of what a camera takes is never looked at.
 * @returns null where the person has changed their mind
 * @throws CameraError
 */
export async function takePhoto(): Promise<TakenPhoto | null> {
  const file = await chosenFile();
  if (!file) return null;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const blob = await drawn(picture);
    return { bytes: await blob.arrayBuffer(), type: "image/jpeg", address: URL.createObjectURL(blob) };
  } catch (cause) {
    throw new CameraError("unreadable", cause instanceof Error ? cause.message : String(cause));
  }
}

/** Frees what the browser holds of a photo that is shown no more. */
export const dropPhoto = ({ address }: Pick<TakenPhoto, "address">): void => URL.revokeObjectURL(address);

/** Hears of the person being back from the camera. @returns what ends it */
export function onBackFromCamera(listener: () => void): () => void {
  window.addEventListener("focus", listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    window.removeEventListener("focus", listener);
    document.removeEventListener("visibilitychange", listener);
  };
}

/** A picture that is taken now; null where the person has changed their mind. */
export function chosenFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = "image/*";
    input.setAttribute("capture", "environment");
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    // Older browsers say nothing when it is called off: the promise then stays, and whoever waits for it does so for a while only.
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

async function drawn(picture: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, sideMaxPx / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("the photo could not be drawn"))),
      "image/jpeg",
      0.8,
    ),
  );
}
