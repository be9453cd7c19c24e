import { open, usePullDown } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { type MemberRow, useDirectory, useMemberList } from "@/features/staff/useMembers";
import type { MembersLook } from "@/features/staff/useMembersLook";
import { routes } from "@/routes";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Choices, Earlier, Empty, Loadable, Page, Row, TextField, Words } from "@/ui";
import { DirectoryCard } from "./DirectoryCard";
import { byDirectoryText, heldText } from "./roleText";

/** Everybody who is here or has left, by name; the way to have WeCom's directory read. */
export function MemberList({ looked }: { looked: MembersLook }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const { look, state, lacking, search, narrow } = looked;
  const list = useMemberList(look.search, { state, lacking });
  const directory = useDirectory();
  const today = useMe().data?.today ?? "";
  usePullDown(list.refresh);
  const counts = list.data?.counts;
  const countOf = (which: "here" | "left") => (counts ? String(counts[which]) : "");
  return (
    <Page
      id="page-members"
      title={words.title}
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
      <TextField
        id="member-search"
        kind="search"
        label={words.search}
        hint={words.search}
        lengthMax={40}
        value={look.search}
        onChange={search}
      />
      <Choices
        id="member-state"
        kind="segments"
        label={words.fields.state}
        value={state}
        options={(["here", "left"] as const).map((value) => ({
          value,
          text: words[value]({ count: countOf(value) }).trim(),
        }))}
        onChoose={(chosen) => narrow({ state: chosen })}
      />
      {state === "here" && (
        <Choices
          id="member-lacking"
          label={words.show}
          value={lacking ?? "all"}
          options={(["all", "team", "role"] as const).map((value) => ({ value, text: words.lacking[value] }))}
          onChoose={(chosen) => narrow({ lacking: chosen })}
        />
      )}
      <DirectoryCard directory={directory} />
      <Card id="members" flush>
        <Loadable id="members" state={list.state} failure={list.failure} onRetry={() => void list.refresh()}>
          {list.items.length === 0 && !list.earlier && <Empty text={words.none} note={words.noneNote} />}
          {list.items.map((member) => (
            <MemberLine key={member.memberId} member={member} today={today} />
          ))}
          <Earlier id="members-more" earlier={list.earlier} text={words.more} />
        </Loadable>
      </Card>
    </Page>
  );

  function MemberLine({ member, today: day }: { member: MemberRow; today: string }) {
    const { memberId, name, unitName, employeeNumber, leadsNames } = member;
    const roles = [...byDirectoryText(member, t), ...member.roles.map((held) => heldText(held, day, { t, f }))];
    const where = f.said(
      // Who leads the unit belongs to it.
      (unitName === null || !leadsNames.includes(unitName)) && (unitName ?? words.noUnit),
      leadsNames.length > 0 && words.leads({ names: f.names(leadsNames) }),
    );
    const what = roles.length > 0 ? f.names(roles) : words.noRole;
    const value = member.state === "here" ? employeeNumber : words.states[member.state];
    return (
      <Row
        id={`member-${memberId}`}
        text={name}
        note={
          <>
            <Words as="sub" tone="quiet">
              {where}
            </Words>
            {member.state !== "left" && (
              <Words as="note" tone="quiet">
                {what}
              </Words>
            )}
          </>
        }
        {...(value !== null && {
          value: (
            <Words as="sub" tone={member.state === "unsure" ? "warn" : "quiet"}>
              {value}
            </Words>
          ),
        })}
        label={f.said(name, value, where, member.state !== "left" && what)}
        onTap={() => open(routes.members({ id: memberId }))}
      />
    );
  }
}
