import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { LeaverCards } from "./LeaverCards";
import { LeaverList } from "./LeaverList";

/** What is kept of people who have left, what photos take, and the way to erase one person's data. `id`: one of them. */
export default function Kept() {
  const { t } = usePageWords(meWords);
  const { id } = usePageParams();
  usePageFrame({ title: t.me.titles.kept });
  if (id) return <LeaverCards memberId={id} title={t.me.titles.kept} />;
  return (
    <Page id="page-kept" title={t.me.titles.kept}>
      <LeaverList />
    </Page>
  );
}
