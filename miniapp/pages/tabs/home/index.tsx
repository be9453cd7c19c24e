import { usePageFrame } from "@/features/frame/usePageFrame";
import { useRoleShown } from "@/features/session/useMe";
import { useWords } from "@/texts";
import { Page } from "@/ui";
import { SearchRow } from "../SearchRow";
import { ManagerToday } from "./ManagerToday";
import { OfficeToday } from "./OfficeToday";
import { RepToday } from "./RepToday";

const viewOf = { rep: RepToday, manager: ManagerToday, office: OfficeToday };

export default function Home() {
  const { t } = useWords();
  const role = useRoleShown();
  const title = role === "office" ? t.common.tabs.todo : t.common.tabs.today;
  const front = usePageFrame({ title, tab: true });
  const View = viewOf[role];
  return (
    <Page id="page-home" title={title} tab={0} front={front}>
      <View />
      <SearchRow from="home" />
    </Page>
  );
}
