import type { AnswerOf, TimelineItemView } from "@shared/contracts";
import { clientsShapes } from "@/api/answerShapes/clients";
import { readTimeline } from "@/api/clients";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { routes } from "@/routes";

type TimelinePage = AnswerOf<"customers.timeline">;

/** Everything about a client, newest first. @param serves who serves it sees the others' visits there; by office they are a look at them */
export const useTimeline = (customerId: string, serves: boolean): ListQueryView<TimelineItemView, TimelinePage> =>
  useApiListQuery<TimelineItemView, TimelinePage>(
    ["customer", customerId, "timeline"],
    (cursor) => readTimeline(customerId, cursor),
    ({ kind, itemId }) => `${kind}:${itemId}`,
    { enabled: customerId !== "", isLook: !serves, keep: clientsShapes["customers.timeline"] },
  );

/** The page of what happened; null where it has none that I may open. */
export function pageOfItem({ opens }: Pick<TimelineItemView, "opens">): string | null {
  switch (opens?.page) {
    case "visit":
      return routes.visit({ visitId: opens.id });
    case "record":
      return routes.visit({ checkInId: opens.id, on: opens.on });
    case "followUp":
      return routes.followUp({ followUpId: opens.id });
    case "sale":
      return routes.sale({ id: opens.id });
    default:
      return null;
  }
}
