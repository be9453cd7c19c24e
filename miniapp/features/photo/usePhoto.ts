import { useEffect, useRef, useState } from "react";
import { dropPhoto, onBackFromCamera, takePhoto } from "@/platform/camera";
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

/** So long a photo may take once its person is back: some old browsers say nothing of a camera that was called off. */
const backMaxMs = 5_000;
/** So long in every case: the camera may not have opened at all. */
const cameraMaxMs = 120_000;

/** Fulfilled when a camera that has said nothing is waited for no longer. */
function patience(): { isOver: Promise<"noAnswer">; end: () => void } {
  let end = () => {};
  const isOver = new Promise<"noAnswer">((resolve) => {
    const over = () => resolve("noAnswer");
    const timers = [setTimeout(over, cameraMaxMs)];
    const stop = onBackFromCamera(() => timers.push(setTimeout(over, backMaxMs)));
    end = () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  });
  return { isOver, end };
}

/** One photo of one form. It is kept while its page is open. */
export function usePhoto(): PhotoChoice {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<CameraError["reason"] | null>(null);
  const held = useRef<Photo | null>(null);
  const turn = useRef(0);
  const isThere = useRef(true);

  function hold(next: Photo | null): void {
    if (held.current) dropPhoto(held.current);
    held.current = next;
    setPhoto(next);
  }
  // A page that is left holds on to no picture.
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      if (held.current) dropPhoto(held.current);
    };
  }, []);

  async function take(): Promise<void> {
    setBusy(true);
    setReason(null);
    turn.current += 1;
    const mine = turn.current;
    const taking = takePhoto();
    const { isOver, end } = patience();
    try {
      const taken = await Promise.race([taking, isOver]);
      if (taken === "noAnswer") {
        setReason(taken);
        // One that comes after all is taken, unless another was asked for.
        void taking.then((late) => late && accept(late, mine)).catch(() => {});
      } else if (taken) accept(taken, mine);
    } catch (cause) {
      setReason(cause instanceof CameraError ? cause.reason : "unavailable");
    } finally {
      end();
      setBusy(false);
    }
  }

  /** Whoever has changed their mind keeps the one that they had. */
  function accept(taken: TakenPhoto, ofTurn: number): void {
    if (ofTurn !== turn.current || !isThere.current) return dropPhoto(taken);
    setReason(null);
    hold({ ...taken, fileId: newId() });
  }

  return { photo, take: () => void take(), drop: () => hold(null), busy, reason };
}
