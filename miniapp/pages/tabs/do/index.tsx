import { usePageFrame } from "@/features/frame/usePageFrame";
import type { OfficeRole } from "@/features/settings/settingsStore";
import { isOfficeRole, useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { OfficeTabCard } from "../OfficeTabCard";
import { Approvals } from "./Approvals";
import { CheckIn } from "./CheckIn";

const officeTabs = { finance: "plans", hr: "plans", admin: "imports", auditor: "audit" } as const satisfies Record<
  OfficeRole,
  string
>;

export default function Do() {
  const { t } = useWords();
  const role = useRoleShown();
  const office = isOfficeRole(role) ? officeTabs[role] : null;
  const title = t.common.tabs[office ?? (role === "manager" ? "approvals" : "checkIn")];
  const front = usePageFrame({ title, tab: true });
  if (role === "rep") return <CheckIn title={title} front={front} />;
  return (
    <Page id="page-do" title={title} tab={2} front={front}>
      {office && <OfficeTabCard tab={office} title={title} />}
      {role === "manager" && <Approvals />}
    </Page>
  );
}
