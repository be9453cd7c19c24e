import { usePageFrame } from "@/features/frame/usePageFrame";
import { isOfficeRole, useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { SearchRow } from "../SearchRow";
import { ManagerToday } from "./ManagerToday";
import { OfficeToday } from "./OfficeToday";
import { OtherRoles } from "./OtherRoles";
import { RepToday } from "./RepToday";

export default function Home() {
  const { t } = useWords();
  const role = useRoleShown();
  const isOffice = isOfficeRole(role);
  const title = isOffice ? t.common.tabs.todo : t.common.tabs.today;
  const front = usePageFrame({ title, tab: true });
  return (
    <Page id="page-home" title={title} tab={0} front={front}>
      <OtherRoles waiting />
      {isOffice && <OfficeToday />}
      {role === "manager" && <ManagerToday />}
      {role === "rep" && <RepToday />}
      <OtherRoles waiting={false} />
      <SearchRow from="home" />
    </Page>
  );
}
