import type { EventHandler } from "../../outbox";
import type { DayJudged } from "../reviews";
import type { NoticeDeps } from "./deliver";
import { told } from "./tell";

/** Tells the rep what has become of their day's visit because of another check-in of it. */
export const dayTeller: EventHandler<DayJudged, NoticeDeps> = (day, delivery, deps) =>
  Promise.resolve(
    told(
      [
        {
          noticeId: `day_judged:${delivery.eventId}`,
          kind: "day_judged",
          params: day,
          channel: "member",
          receiverId: day.memberId,
          cause: delivery.eventId,
          answersAct: false,
          at: new Date(day.judgedAt),
        },
      ],
      deps,
    ),
  );
