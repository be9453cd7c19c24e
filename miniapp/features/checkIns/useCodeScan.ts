import { useRef, useState } from "react";
import { siteCodeHashOf, siteCodeMark } from "@shared/domain/siteCode";
import { canScan, scanCode } from "@/platform/scan";
import { ScanError } from "@/platform/types";
import type { Place } from "@/features/customers/places";
import { patience } from "@/features/photo/patience";
import type { Failure } from "@/ui";
import { showTapped } from "./tappedElsewhere";
import { useCheckIn } from "./useCheckIn";

/** What was scanned that is none of this place's: nothing of a client's at all, or another place's. */
export type OtherCode = { kind: "notOurs" } | { kind: "elsewhere"; place: Place };

export interface CodeScan {
  /** Whether this phone can scan at all. */
  canScan: boolean;
  /** Scans, and checks in with what was scanned. @returns whether that was done: the page of 打卡 shows what came of it */
  scan: () => Promise<boolean>;
  busy: boolean;
  other: OtherCode | null;
  /** Why nothing was scanned, where the person has not called it off. */
  reason: ScanError["reason"] | null;
  failure: Failure | null;
}

/**
 * Checks in at a place by the code that hangs there. This phone knows the codes of its clients' places: another place's is told at once, and
 * makes no check-in; one that it does not know is for the server to say, since it may be newer than what this phone has heard.
 */
export function useCodeScan(place: Place, places: readonly Place[]): CodeScan {
  const checkIn = useCheckIn();
  const [scanning, setScanning] = useState(false);
  /** The camera opens once, also for a second tap before this is drawn anew. */
  const isOpen = useRef(false);
  const [other, setOther] = useState<OtherCode | null>(null);
  const [reason, setReason] = useState<ScanError["reason"] | null>(null);

  async function scanned(): Promise<string | null> {
    const { isOver, end } = patience();
    try {
      const text = await Promise.race([
        scanCode(),
        isOver.then(() => Promise.reject(new ScanError("noAnswer", "the camera says nothing"))),
      ]);
      return text;
    } catch (cause) {
      setReason(cause instanceof ScanError ? cause.reason : "unavailable");
      return null;
    } finally {
      end();
    }
  }

  return {
    canScan: canScan(),
    async scan() {
      if (isOpen.current || checkIn.busy) return false;
      isOpen.current = true;
      setScanning(true);
      setOther(null);
      setReason(null);
      const text = await scanned();
      isOpen.current = false;
      setScanning(false);
      if (text === null) return false;
      const hash = siteCodeHashOf(text.trim());
      if (hash === null) {
        setOther({ kind: "notOurs" });
        return false;
      }
      const isOf = ({ site }: Place) => site.codeMarks?.includes(siteCodeMark(hash)) === true;
      const elsewhere = isOf(place) ? null : places.find(isOf);
      if (elsewhere) {
        setOther({ kind: "elsewhere", place: elsewhere });
        return false;
      }
      const tapped = await checkIn.tap(place, null, { text: text.trim(), isHere: isOf(place) });
      if (tapped) showTapped(tapped);
      return tapped !== null;
    },
    busy: scanning || checkIn.busy,
    other,
    reason,
    failure: checkIn.failure,
  };
}
