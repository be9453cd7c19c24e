import type { EventHandler } from "../../outbox";
import type { CompanionClosed } from "../visits";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells whose visit it is that a colleague says not to have been there, or has said nothing; that they were there the visit says. */
export const companionTeller: EventHandler<CompanionClosed, NoticeDeps> = async (companion, delivery, deps) =>
  companion.state === "confirmed"
    ? {}
    : told(
        [
          {
            noticeId: `companion_closed:${companion.companionId}`,
            kind: "companion_closed",
            params: companion,
            channel: "member",
            receiverId: companion.repId,
            cause: delivery.eventId,
            answersAct: false,
            at: new Date(companion.closedAt),
          },
        ],
        deps,
      );
