import { isUsedMeanwhile } from "@shared/domain/pin";
import type { EventHandler } from "../../outbox";
import type { PinClosed } from "../customers";
import type { NoticeDeps } from "./deliver";
import type { NoticeReads } from "./reads";
import { told } from "./tell";

/**
 * Tells whoever said where a client's place is what became of it; not where they have taken it back themselves, nor, of what they have typed
 * in and go on with, that nobody has to decide on it any more; nor where the check-in that proposed it is accepted with it, whose message says both.
 */
export const pinTeller =
  (reads: Pick<NoticeReads, "isAcceptedWithPin">): EventHandler<PinClosed, NoticeDeps> =>
  async (pin, delivery, deps) =>
    pin.why === "withdrawn" ||
    (pin.source !== undefined && isUsedMeanwhile(pin.source) && pin.decision === null) ||
    (await reads.isAcceptedWithPin(pin))
      ? {}
      : told(
          [
            {
              noticeId: `pin_decided:${pin.proposalId}:${pin.revision}`,
              kind: "pin_decided",
              params: pin,
              channel: "member",
              receiverId: pin.memberId,
              cause: delivery.eventId,
              answersAct: false,
              at: new Date(pin.closedAt),
            },
          ],
          deps,
        );
