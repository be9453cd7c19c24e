import { useEffect, useRef, useState } from "react";
import { dropPhoto, takePhoto } from "@/platform/camera";
import { newId } from "@/platform/newId";
import { CameraError, type TakenPhoto } from "@/platform/types";

export interface Photo extends TakenPhoto {
  /** Made when it was taken: a photo that is sent twice is one. */
  fileId: string;
}

export interface PhotoChoice {
  photo: Photo | null;
  take: () => void;
  drop: () => void;
  busy: boolean;
  /** Why there is none, where the person has not called it off. */
  reason: CameraError["reason"] | null;
}

/** One photo of one form. It is kept while its page is open. */
export function usePhoto(): PhotoChoice {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<CameraError["reason"] | null>(null);
  const held = useRef<Photo | null>(null);

  function hold(next: Photo | null): void {
    if (held.current) dropPhoto(held.current);
    held.current = next;
    setPhoto(next);
  }
  // A page that is left holds on to no picture.
  useEffect(() => () => void (held.current && dropPhoto(held.current)), []);

  async function take(): Promise<void> {
    setBusy(true);
    setReason(null);
    try {
      const taken = await takePhoto();
      // Whoever has changed their mind keeps the one that they had.
      if (taken) hold({ ...taken, fileId: newId() });
    } catch (cause) {
      setReason(cause instanceof CameraError ? cause.reason : "unavailable");
    } finally {
      setBusy(false);
    }
  }

  return { photo, take: () => void take(), drop: () => hold(null), busy, reason };
}
