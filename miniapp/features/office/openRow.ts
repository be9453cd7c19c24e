import type { OfficeRowView } from "@shared/contracts";
import type { Right } from "@shared/domain/rights";
import { open } from "@/features/navigation";
import { routes } from "@/routes";

/** Opens what a row counts; null where there is nothing more to see for this reader. */
export function rowOpener(
  { kind, period, subjectId, names, count }: OfficeRowView,
  can: (right: Right) => boolean | null,
): (() => void) | null {
  const ofMonth = period === null ? {} : { period };
  switch (kind) {
    case "month":
      // What it counts waits for a decision, in whichever month it was recorded.
      return can("sales.read") && count
        ? () => open(routes.mySales({ state: "submitted" }))
        : () => open(routes.level(ofMonth));
    case "attainment":
      return () => open(routes.level(ofMonth));
    case "approvals":
    case "approvalsOfOthers":
      return () => open(routes.approvalList());
    case "targets":
    case "targetsMissing":
      return () => open(routes.targets(ofMonth));
    case "plan":
      return () => open(routes.planReview({ id: subjectId ?? "" }));
    case "openings":
      return can("openings.list") ? () => open(routes.openings()) : null;
    case "plansInForce":
    case "otherPlans":
    case "withoutPlan":
      return () => open(routes.plans());
    case "plansInReview":
      return () => open(routes.plans({ state: "inReview" }));
    case "planDrafts":
      return () => open(routes.plans({ state: "draft" }));
    case "looks":
      return can("audit.looks") ? () => open(routes.audit()) : null;
    case "clients":
      return () => open(routes.findCustomers());
    case "duplicates":
      return () => open(routes.duplicates());
    case "leaversKept":
      return () => open(routes.kept());
    case "visitTypes":
      return () => open(routes.visitTypes());
    case "imports":
      return () => open(routes.importClients());
    case "exports":
      return () => open(routes.exports());
    case "calendar":
      return () => open(routes.calendar({ ...(names[0] && { year: names[0] }) }));
    case "problems":
      return () => open(routes.reports());
    case "active":
    case "unsure":
      return can("members.read") ? () => open(routes.members()) : null;
    case "withoutTeam":
      return can("members.read") ? () => open(routes.members({ lacking: "team" })) : null;
    case "withoutRole":
      return can("members.read") ? () => open(routes.members({ lacking: "role" })) : null;
    case "left":
      return can("members.read") ? () => open(routes.members({ state: "left" })) : null;
    case "database":
    case "version":
    case "fieldKeys":
    case "wecom":
    case "directory":
    case "outbox":
    case "jobs":
      return null;
    default:
      // Of a later version, which is where it opens.
      kind satisfies never;
      return null;
  }
}
