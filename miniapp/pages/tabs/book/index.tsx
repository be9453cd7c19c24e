import { usePageFrame } from "@/features/frame/usePageFrame";
import { useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { SearchRow } from "../SearchRow";
import { CustomerList } from "./CustomerList";
import { TeamPage } from "./TeamPage";

export default function Book() {
  const { t } = useWords();
  const leads = useRoleShown() === "manager";
  const title = leads ? t.common.tabs.team : t.common.tabs.customers;
  const front = usePageFrame({ title, tab: true });
  return (
    <Page id="page-book" title={title} tab={1} front={front} wide={leads}>
      {leads ? <TeamPage /> : <CustomerList />}
      <SearchRow from="book" />
    </Page>
  );
}
