import { useEffect, useRef, useState } from "react";
import { dropPhoto, onBackFromCamera, takePhoto } from "@/platform/camera";
import { CameraError, type TakenPhoto } from "@/platform/types";

export interface Camera {
  take: () => void;
  busy: boolean;
  /** Why there is no photo, where the person has not called it off. */
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

/** The camera of one form. @param onTaken hears of each photo, while its page is open */
export function useCamera(onTaken: (taken: TakenPhoto) => void): Camera {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<CameraError["reason"] | null>(null);
  const turn = useRef(0);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
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
    onTaken(taken);
  }

  return { take: () => void take(), busy, reason };
}
