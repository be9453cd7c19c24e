import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { type FirstLook, useMembersLook } from "@/features/staff/useMembersLook";
import { NoRightCard } from "@/components/NoRightCard";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { MemberList } from "./MemberList";
import { MemberPage } from "./MemberPage";
import { OnMonitor } from "./OnMonitor";
import { RecordPage } from "./RecordPage";

/** Who is here, and what is kept of one of them: where the id is given, to read; with `edit`, to change. */
export default function Members() {
  const { t } = usePageWords(membersWords);
  const wayOut = useWayOut();
  const words = t.members;
  const { id, edit, ...narrowed } = usePageParams();
  const looked = useMembersLook(firstLook(narrowed));
  const isMonitor = useIsMonitor();
  const may = useCan()("members.read");
  const title = edit ? words.editTitle : words.title;
  usePageFrame({ title });
  if (may === false)
    return (
      <Page id="page-members" title={title}>
        <NoRightCard id="members-back" text={words.noRight} {...wayOut} />
      </Page>
    );
  if (id && edit) return <RecordPage key={id} memberId={id} />;
  if (id) return <MemberPage key={id} memberId={id} />;
  return isMonitor ? <OnMonitor looked={looked} /> : <MemberList looked={looked} />;
}

/** As its link says, where it says so. */
const firstLook = ({ state, lacking }: Record<string, string | undefined>): FirstLook => ({
  state: state === "left" ? "left" : "here",
  lacking: lacking === "team" || lacking === "role" ? lacking : null,
});
