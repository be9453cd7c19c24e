import { useEffect, useRef, useState } from "react";
import { dropPhoto, takePhoto } from "@/platform/camera";
import { CameraError, type TakenPhoto } from "@/platform/types";
import { patience } from "./patience";

export interface Camera {
  take: () => void;
  busy: boolean;
  /** Why there is no photo, where the person has not called it off. */
  reason: CameraError["reason"] | null;
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
