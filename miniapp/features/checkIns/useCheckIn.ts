import { useState } from "react";
import type { AnswerOf, BodyOf, CheckInView } from "@shared/contracts";
import { reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import type { Place } from "@/features/customers/places";
import { takeFix } from "@/features/location/useFix";
import { queryClient } from "@/features/query/queryClient";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { useSession } from "@/features/session/sessionStore";
import { routes } from "@/routes";
import type { Failure } from "@/ui";
import { amongDay } from "./dayStanding";
import { foreseenCheckIn } from "./queuedCheckIns";

type Tap = Omit<BodyOf<"checkIns.create">, "commandId">;

/** One tap: as the server has judged it, or as it waits on this phone. */
export interface TapResult {
  checkIn: CheckInView;
  /** "memory": the phone has no room for it, so that it lasts while the program runs. */
  kept: "arrived" | "phone" | "memory";
}

export interface CheckInTap {
  /** Position, time and place are fixed now, and kept on this phone before anything is sent. Null: refused, see `failure`. */
  tap: (place: Place) => Promise<TapResult | null>;
  busy: boolean;
  failure: Failure | null;
  error: unknown;
  forget: () => void;
}

/** The answer tells of this tap alone; how it stands to others of the day is in the day's list. */
export function withDay(checkIn: CheckInView): CheckInView {
  const day = queryClient.getQueryData<AnswerOf<"checkIns.mine">>(["checkIns", checkIn.on]);
  return amongDay(checkIn, day?.items ?? []);
}

export function useCheckIn(): CheckInTap {
  const [locating, setLocating] = useState(false);
  const command = useQueuedCommand<AnswerOf<"checkIns.create">>();

  return {
    async tap(place) {
      if (locating || command.busy) return null;
      command.forget();
      const { at, kind: timeKind } = reckonTime();
      setLocating(true);
      const fix = await takeFix().finally(() => setLocating(false));
      const { customerId } = place.customer;
      const tap: Tap = { customerId, siteId: place.site.siteId, fix, tappedAt: at.toISOString(), timeKind };
      const commandId = newId();
      const checkIn = foreseenCheckIn(`${useSession.getState().memberId ?? ""}:${commandId}`, place, tap);
      const sent = await command.run({
        commandId,
        kind: "checkIns.create",
        body: tap,
        lane: customerId,
        after: null,
        captured: { at: tap.tappedAt, kind: timeKind },
        about: place.name,
        shown: { checkIn },
        draft: null,
        opens: routes.checkIn(),
      });
      if (!sent) {
        vibrate("heavy");
        return null;
      }
      const result = sent.state === "confirmed" ? sent.answer.checkIn : checkIn;
      vibrate(result.verdict === "outside" ? "heavy" : "light");
      if (sent.state === "confirmed") return { checkIn: withDay(result), kept: "arrived" };
      return { checkIn, kept: sent.isKept ? "phone" : "memory" };
    },
    busy: locating || command.busy,
    failure: command.failure,
    error: command.error,
    forget: command.forget,
  };
}
