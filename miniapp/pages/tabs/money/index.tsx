import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { isOfficeRole, useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { OfficeTabCard } from "../OfficeTabCard";
import { Income } from "./Income";

/** 收入; in an office its reports, but where a message names a month of one's own pay. */
export default function Money() {
  const { t } = useWords();
  const role = useRoleShown();
  const { period } = usePageParams();
  const office = isOfficeRole(role) && !period ? (role === "admin" ? "health" : "reports") : null;
  const title = t.common.tabs[office ?? "money"];
  const front = usePageFrame({ title, tab: true });
  return (
    <Page id="page-money" title={title} tab={3} front={front}>
      {office ? <OfficeTabCard tab={office} title={title} /> : <Income />}
    </Page>
  );
}
