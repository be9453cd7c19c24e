import { useState } from "react";
import type { BodyOf, CheckInView } from "@shared/contracts";
import { createCheckIn } from "@/api/checkIns";
import { serverTimeAt, timeKind } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { monotonicMs } from "@/platform/monotonic";
import { useCommand } from "@/features/command/useCommand";
import type { Place } from "@/features/customers/places";
import { takeFix } from "@/features/location/useFix";
import { queryClient } from "@/features/server/queryClient";
import type { Failure } from "@/ui";

type Tap = Omit<BodyOf<"checkIns.create">, "commandId">;

export interface CheckInTap {
  /** One tap: position, time and place are fixed now; sent again, it is the same tap. */
  tap: (place: Place) => Promise<CheckInView | null>;
  /** Sends the tap that did not arrive. */
  again: () => Promise<CheckInView | null>;
  busy: boolean;
  failure: Failure | null;
  error: unknown;
  forget: () => void;
}

export function useCheckIn(): CheckInTap {
  const [pending, setPending] = useState<Tap | null>(null);
  const [locating, setLocating] = useState(false);
  const command = useCommand((commandId: string, tap: Tap) => createCheckIn({ commandId, ...tap }));

  async function send(tap: Tap): Promise<CheckInView | null> {
    const answer = await command.run(tap);
    if (!answer) {
      vibrate("heavy");
      return null;
    }
    setPending(null);
    vibrate(answer.checkIn.verdict === "outside" ? "heavy" : "light");
    void queryClient.invalidateQueries({ queryKey: ["checkIns"] });
    return answer.checkIn;
  }

  return {
    async tap(place) {
      if (locating || command.busy) return null;
      command.forget();
      const tappedAtMs = monotonicMs();
      setLocating(true);
      const fix = await takeFix().finally(() => setLocating(false));
      const tap: Tap = {
        customerId: place.customer.customerId,
        siteId: place.site.siteId,
        fix,
        tappedAt: serverTimeAt(tappedAtMs).toISOString(),
        timeKind: timeKind(),
      };
      setPending(tap);
      return send(tap);
    },
    again: () => (pending ? send(pending) : Promise.resolve(null)),
    busy: locating || command.busy,
    failure: command.failure,
    error: command.error,
    forget: () => {
      setPending(null);
      command.forget();
    },
  };
}
