import { useMe } from "@/features/session/useMe";
import { useMemberRead } from "@/features/staff/useMembers";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Loadable, Page } from "@/ui";
import { RecordForm } from "./RecordForm";

/** What HR keeps of one person, to change. */
export function RecordPage({ memberId }: { memberId: string }) {
  const { t } = usePageWords(membersWords);
  const { data, state, failure, refresh } = useMemberRead(memberId);
  const today = useMe().data?.today;
  if (data && today) return <RecordForm read={data} today={today} />;
  return (
    <Page id="page-record" title={t.members.editTitle}>
      <Loadable id="record-form" state={state} failure={failure} onRetry={() => void refresh()}>
        {null}
      </Loadable>
    </Page>
  );
}
