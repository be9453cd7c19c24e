import { usePageFrame } from "@/features/frame/usePageFrame";
import { isOfficeRole, useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { OfficeTabCard } from "../OfficeTabCard";
import { SearchRow } from "../SearchRow";
import { CustomerList } from "./CustomerList";
import { TeamPage } from "./TeamPage";

export default function Book() {
  const { t } = useWords();
  const role = useRoleShown();
  const office = isOfficeRole(role) ? (role === "admin" ? "people" : "closing") : null;
  const title = t.common.tabs[office ?? (role === "manager" ? "team" : "customers")];
  const front = usePageFrame({ title, tab: true });
  return (
    <Page id="page-book" title={title} tab={1} front={front} wide={role === "manager"}>
      {office && <OfficeTabCard tab={office} title={title} />}
      {role === "manager" && <TeamPage />}
      {role === "rep" && <CustomerList />}
      {!office && <SearchRow from="book" />}
    </Page>
  );
}
