import type { EventHandler } from "../../outbox";
import type { SignalsFound } from "../trust";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells a rep what there is to ask about a check-in of theirs, before anybody else sees it. */
export const signalsTeller: EventHandler<SignalsFound, NoticeDeps> = (found, delivery, deps) =>
  Promise.resolve(
    told(
      [
        {
          noticeId: `signals_found:${delivery.eventId}`,
          kind: "signals_found",
          params: found,
          channel: "member",
          receiverId: found.memberId,
          cause: delivery.eventId,
          answersAct: false,
          at: new Date(found.at),
        },
      ],
      deps,
    ),
  );
