import { useSession } from "@/features/session/sessionStore";
import type { TapResult } from "./useCheckIn";

let tapped: TapResult | null = null;

/** A check-in that another page has made: 打卡 shows what came of it when it is next in front, unless its person has gone meanwhile. */
export function showTapped(result: TapResult): void {
  const { memberId } = useSession.getState();
  tapped = result.checkIn.checkInId.startsWith(`${memberId ?? ""}:`) ? result : null;
}

/** Once. */
export function takeTapped(): TapResult | null {
  const result = tapped;
  tapped = null;
  return result;
}
