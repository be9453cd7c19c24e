import { useEffect, useRef, useState } from "react";
import type { AnswerOf, BodyOf, CheckInView } from "@shared/contracts";
import { createCheckIn } from "@/api/checkIns";
import { onOnline } from "@/api/connection";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { useCommand } from "@/features/command/useCommand";
import type { Place } from "@/features/customers/places";
import { takeFix } from "@/features/location/useFix";
import { amongDay } from "./dayStanding";
import { queryClient } from "@/features/query/queryClient";
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

/** The answer tells of this tap alone; how it stands to others of the day is in the day's list. */
function withDay(checkIn: CheckInView): CheckInView {
  const day = queryClient.getQueryData<AnswerOf<"checkIns.mine">>(["checkIns", checkIn.on]);
  return amongDay(checkIn, day?.items ?? []);
}

/** @param onLateAnswer told of a tap that was sent by itself, once the network was back */
export function useCheckIn(onLateAnswer?: (checkIn: CheckInView) => void): CheckInTap {
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
    const checkIn = withDay(answer.checkIn);
    void queryClient.invalidateQueries({ queryKey: ["checkIns"] });
    return checkIn;
  }

  // What was not sent for want of a network is sent once there is one.
  const resend = useRef<() => void>(() => {});
  useEffect(() => {
    resend.current = () => {
      if (pending && command.failure?.offline) void send(pending).then((checkIn) => checkIn && onLateAnswer?.(checkIn));
    };
  });
  useEffect(() => onOnline(() => resend.current()), []);

  return {
    async tap(place) {
      if (locating || command.busy) return null;
      command.forget();
      const tapped = reckonTime();
      setLocating(true);
      const fix = await takeFix().finally(() => setLocating(false));
      const tap: Tap = {
        customerId: place.customer.customerId,
        siteId: place.site.siteId,
        fix,
        tappedAt: tapped.at.toISOString(),
        timeKind: tapped.kind,
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
