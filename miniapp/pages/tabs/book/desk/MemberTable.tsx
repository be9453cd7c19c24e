import { useMemo } from "react";
import { percentText } from "@shared/domain/moneyText";
import { isHouseAccount } from "@shared/domain/pay/facts/credits";
import { open } from "@/features/navigation";
import { useOpenRow } from "@/features/tables/useOpenRow";
import { usePrintedBy } from "@/features/tables/usePrintedBy";
import { useTableLook } from "@/features/tables/useTableLook";
import { useTableViews } from "@/features/tables/useTableViews";
import type { TeamMember } from "@/features/teams/useTeam";
import { gapText } from "@/components/progressWords";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { useTableWords } from "@/texts/tableWords";
import { DataTable } from "@/ui/DataTable";
import type { Column } from "@/ui/DataTable/types";

export interface MemberTableProps {
  unitId: string;
  period: string;
  /** Lowest first. */
  members: readonly TeamMember[];
}

const idOf = ({ memberId }: TeamMember) => memberId;

/** How does each of my people stand? Whoever is behind comes first. */
export default function MemberTable({ unitId, period, members }: MemberTableProps) {
  const { t } = usePageWords(meWords);
  const words = useTableWords().lists.team;
  const { look, onLook } = useTableLook("team");
  const { openId, opened } = useOpenRow();
  const columns = useMemo<Column<TeamMember>[]>(
    () => [
      { id: "name", title: words.name, kind: "text", value: ({ name }) => name },
      {
        id: "attainment",
        title: words.attainment,
        kind: "number",
        // What a bar is drawn by is exact enough to sort by; what is read is exact.
        value: ({ progress }) => progress.attainment && progress.drawn.done,
        text: ({ progress }) => percentText(progress.attainment),
      },
      { id: "pace", title: words.pace, kind: "text", value: ({ progress }) => gapText(progress, t) },
      { id: "done", title: words.done, kind: "amount", value: ({ doneFen }) => doneFen, isSummed: true },
      { id: "target", title: words.target, kind: "amount", value: ({ targetFen }) => targetFen, isSummed: true },
      {
        id: "left",
        title: words.left,
        kind: "amount",
        value: ({ targetFen, progress }) => (targetFen === null ? null : progress.leftFen),
      },
    ],
    [t, words],
  );
  return (
    <DataTable<TeamMember>
      id="members"
      caption={words.title}
      columns={columns}
      rows={members}
      rowId={idOf}
      state="ready"
      failure={null}
      onRetry={nothing}
      empty={{ text: t.me.teamPage.noMembers }}
      look={look}
      onLook={onLook}
      views={useTableViews("team", look, onLook)}
      openId={openId}
      onOpen={({ memberId }) => {
        // What nobody has brought is nobody's page.
        if (isHouseAccount(memberId)) return;
        opened(memberId);
        open(routes.member({ unitId, id: memberId, period }));
      }}
      printedBy={usePrintedBy()}
    />
  );
}

/** It is shown once its team is there. */
const nothing = () => {};
