import type { TodoView } from "@shared/contracts";
import { choosePlace } from "@/features/customers/chosenPlace";
import { open } from "@/features/navigation";
import { routes } from "@/routes";

/** Opens where it is done; null where that is not on the phone. */
export function todoOpener({ kind, subjectId, on, been }: TodoView): (() => void) | null {
  switch (kind) {
    case "record":
      return () => open(routes.visit({ checkInId: subjectId, on: on ?? "" }));
    case "returnedSale":
    case "praise":
      return () => open(routes.sale({ id: subjectId }));
    case "nextStep":
      if (been) return () => open(routes.visit(been));
      return () => {
        choosePlace(subjectId);
        open(routes.checkIn());
      };
    case "sale":
      return () => open(routes.confirmSale({ id: subjectId }));
    case "review":
      return () => open(routes.review({ id: subjectId }));
    case "doubt":
      return () => open(routes.doubt({ id: subjectId, on: on ?? "" }));
    case "pin":
      return () => open(routes.pins());
    case "clientsLeft":
      return () => open(routes.customer({ id: subjectId }));
    case "duplicate":
      return () => open(routes.duplicates());
    case "companion":
      return () => open(routes.together({ id: subjectId }));
    case "visitQuestion":
      return () => open(routes.ask({ id: subjectId }));
    case "export":
      return () => open(routes.exports({ id: subjectId }));
    case "opening":
      return () => open(routes.opening({ id: subjectId }));
    case "report":
      return () => open(routes.reports());
    case "targets":
      return () => open(routes.targets({ period: subjectId }));
    case "calendarUnknown":
      return () => open(routes.calendar({ year: subjectId }));
    case "setup":
      return () => open(routes.setup());
    case "plan":
      return () => open(routes.planReview({ id: subjectId }));
    case "sentBackPlan":
      return () => open(routes.editPlan({ id: subjectId }));
    case "plansMissing":
      return null;
    default:
      // Of a later version, which is where it is done.
      kind satisfies never;
      return null;
  }
}
