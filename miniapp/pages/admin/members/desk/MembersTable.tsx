import { useMemo } from "react";
import { open } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { type MemberRow, useDirectory, useMemberList } from "@/features/staff/useMembers";
import type { MembersLook } from "@/features/staff/useMembersLook";
import { useListTable } from "@/features/tables/useListTable";
import { routes } from "@/routes";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { useTableWords } from "@/texts/tableWords";
import { Button, Page } from "@/ui";
import { DataTable } from "@/ui/DataTable";
import type { Column, Filter } from "@/ui/DataTable/types";
import { DirectoryCard } from "../DirectoryCard";
import { byDirectoryText, heldText } from "../roleText";

const idOf = ({ memberId }: MemberRow) => memberId;

/** Who is here or has left, where do they belong, and what may they do? */
export default function MembersTable({ looked }: { looked: MembersLook }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const titles = useTableWords().lists.members;
  const { look, state, lacking } = looked;
  const list = useMemberList(look.search, { state, lacking });
  const directory = useDirectory();
  const { shown, opened } = useListTable("members", looked, list);
  const today = useMe().data?.today ?? "";
  const columns = useMemo<Column<MemberRow>[]>(
    () => [
      { id: "name", title: titles.name, kind: "text", value: ({ name }) => name },
      { id: "number", title: titles.number, kind: "text", value: ({ employeeNumber }) => employeeNumber },
      {
        id: "unit",
        title: titles.unit,
        kind: "text",
        value: ({ unitName }) => unitName,
        text: ({ unitName }) => unitName ?? words.noUnit,
      },
      {
        id: "roles",
        title: titles.roles,
        kind: "text",
        value: (member) =>
          f.names([...byDirectoryText(member, t), ...member.roles.map((held) => heldText(held, today, { t, f }))]) ||
          words.noRole,
      },
      { id: "leads", title: titles.leads, kind: "text", value: ({ leadsNames }) => f.names(leadsNames) || null },
      { id: "salesMode", title: titles.salesMode, kind: "text", value: ({ salesMode }) => salesMode },
      {
        id: "joinedOn",
        title: titles.joinedOn,
        kind: "day",
        value: ({ joinedOn }) => joinedOn,
        text: ({ joinedOn }) => (joinedOn === null ? "—" : f.day(joinedOn)),
        isExtra: true,
      },
      {
        id: "state",
        title: titles.state,
        kind: "status",
        value: (member) => words.states[member.state],
      },
    ],
    [t, f, words, titles, today],
  );
  const counts = list.data?.counts;
  const filters: Filter<MemberRow>[] = [
    {
      id: "state",
      label: titles.state,
      restText: words.states.here,
      options: [{ value: "left", text: words.states.left }],
    },
    {
      id: "lacking",
      label: words.show,
      options: (["team", "role"] as const).map((value) => ({ value, text: words.lacking[value] })),
    },
  ];
  return (
    <Page
      id="page-members"
      title={words.title}
      wide
      bar={
        list.data?.can.readDirectory && (
          <Button
            id="sync-directory"
            kind="primary"
            grow
            text={directory.isAsked || directory.ask.busy ? words.directory.asked : words.directory.sync}
            disabled={directory.isAsked || directory.ask.busy}
            onTap={() => void directory.ask.run()}
          />
        )
      }
    >
      <DirectoryCard directory={directory} />
      <DataTable<MemberRow>
        {...shown}
        id="members"
        caption={words.title}
        columns={columns}
        rowId={idOf}
        known={
          counts && look.search.trim() === "" && lacking === null
            ? { count: counts[state], sums: {}, isAtLeast: false }
            : null
        }
        empty={{ text: words.none, note: words.noneNote }}
        filters={filters}
        isSearchedByServer
        onOpen={({ memberId }) => {
          opened(memberId);
          open(routes.members({ id: memberId }));
        }}
      />
    </Page>
  );
}
