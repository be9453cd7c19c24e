import { useState } from "react";
import type { AnswerOf, BodyOf, CheckInView } from "@shared/contracts";
import type { Fix } from "@shared/domain/checkIn";
import type { Wifi } from "@shared/domain/wifi";
import { phoneAheadMs, reckonTime } from "@/api/serverClock";
import { vibrate } from "@/platform/haptics";
import { newId } from "@/platform/newId";
import type { Place } from "@/features/customers/places";
import { additionOf } from "@/features/customers/queuedClients";
import { takeFix } from "@/features/location/useFix";
import { keepFile } from "@/features/photo/keptFiles";
import type { Photo } from "@/features/photo/usePhoto";
import { queryClient } from "@/features/query/queryClient";
import { commandQueue, owner } from "@/features/queue/commandQueue";
import { useQueuedCommand } from "@/features/queue/useQueuedCommand";
import { routes } from "@/routes";
import type { Failure } from "@/ui";
import { amongDay, saidBefore } from "./dayStanding";
import { tapWifi } from "./tapWifi";
import { foreseenCheckIn, withQueued } from "./queuedCheckIns";

type Tap = Omit<BodyOf<"checkIns.create">, "commandId">;

/** One tap: as the server has judged it, or as it waits on this phone. */
export interface TapResult {
  checkIn: CheckInView;
  /** "memory": the phone has no room for it, so that it lasts while the program runs; "needsYou": it does not go by itself any more. */
  kept: "arrived" | "phone" | "memory" | "needsYou";
  /** Nothing was made: the day has this one already, which is shown. */
  isAgain?: true;
}

export interface CheckInTap {
  /**
   * Position, time and place are fixed now, and kept on this phone before anything is sent; where the day has said all of it already, that
   * one is given back and none is made. Null: refused, see `failure`.
   * @param photo what shows where this is, which the day has not said
   * @param code what was scanned, neither; `isHere`: this phone knows it to be the place's
   */
  tap: (
    place: Place,
    photo?: Photo | null,
    code?: { text: string; isHere: boolean } | null,
  ) => Promise<TapResult | null>;
  busy: boolean;
  failure: Failure | null;
  error: unknown;
  forget: () => void;
}

/** The answer tells of this tap alone; how it stands to others of the day, of which some may wait on this phone, is in the day's list. */
function withDay(checkIn: CheckInView): CheckInView {
  const day = queryClient.getQueryData<AnswerOf<"checkIns.mine">>(["checkIns", checkIn.on]);
  return amongDay(checkIn, withQueued(day?.items ?? [], commandQueue.list(), checkIn.on));
}

/** The one that a tap only says again, as it is kept; one that the server has refused says nothing. */
function keptBefore(checkIn: CheckInView): TapResult | null {
  const day = queryClient.getQueryData<AnswerOf<"checkIns.mine">>(["checkIns", checkIn.on]);
  const waiting = commandQueue.list().filter(({ look }) => look !== "refused");
  const before = saidBefore(checkIn, withQueued(day?.items ?? [], waiting, checkIn.on));
  if (!before) return null;
  const entry = waiting.find((one) => `${one.owner}:${one.commandId}` === before.checkInId);
  return { checkIn: before, kept: entry ? "phone" : "arrived", isAgain: true };
}

/** The place of the tap whose position is being taken: it is in no list yet. */
let underwayAt: string | null = null;

export const tapUnderwayAt = (): string | null => underwayAt;

/** The position, and where that does not say enough the network. */
async function withWifi(place: Place): Promise<[Fix | null, Wifi | null]> {
  const fix = await takeFix();
  return [fix, await tapWifi(fix, place).catch(() => null)];
}

export function useCheckIn(): CheckInTap {
  const [locating, setLocating] = useState(false);
  const command = useQueuedCommand<AnswerOf<"checkIns.create">>();

  return {
    async tap(place, taken = null, code = null) {
      if (locating || command.busy) return null;
      command.forget();
      const { at, kind: timeKind } = reckonTime();
      const clockOffMs = phoneAheadMs(at);
      const memberId = owner();
      setLocating(true);
      underwayAt = place.name;
      const over = () => {
        underwayAt = null;
        setLocating(false);
      };
      const [fix, wifi] = await withWifi(place).finally(over);
      // Signed out meanwhile, having been told that this one is lost: it is nobody else's.
      if (owner() !== memberId) return null;
      const { customerId } = place.customer;
      const photo = taken && (await keepFile(taken, commandQueue.hasRoomForFile));
      const evidence = photo && { photoId: photo.fileId, photoHash: photo.hash };
      const { siteId } = place.site;
      const tap: Tap = {
        ...{ customerId, siteId, fix, tappedAt: at.toISOString(), timeKind, ...evidence },
        ...(code && { qrCode: code.text }),
        ...(wifi && { wifi }),
        ...(clockOffMs !== null && { clockOffMs }),
      };
      const commandId = newId();
      const checkIn = foreseenCheckIn(`${memberId ?? ""}:${commandId}`, place, tap, code?.isHere);
      const before = photo || code ? null : keptBefore(checkIn);
      if (before) return before;
      const sent = await command.run({
        commandId,
        kind: "checkIns.create",
        body: tap,
        lane: customerId,
        after: additionOf(commandQueue.list(), customerId, siteId),
        captured: { at: tap.tappedAt, kind: timeKind },
        about: place.name,
        shown: { checkIn },
        draft: null,
        opens: routes.checkIn(),
        files: photo ? [photo] : [],
      });
      if (!sent) {
        vibrate("heavy");
        return null;
      }
      const result = sent.state === "confirmed" ? sent.answer.checkIn : checkIn;
      vibrate(result.verdict === "outside" ? "heavy" : "light");
      const kept = sent.state === "confirmed" ? "arrived" : sent.isKept ? "phone" : "memory";
      return { checkIn: withDay(result), kept };
    },
    busy: locating || command.busy,
    failure: command.failure,
    error: command.error,
    forget: command.forget,
  };
}
