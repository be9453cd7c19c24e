import { useState } from "react";
import { valueOn } from "@shared/domain/staff";
import { open, usePullDown } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { type MemberRead, useMemberRead } from "@/features/staff/useMembers";
import { routes } from "@/routes";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, Loadable, Page, Row, Words } from "@/ui";
import { EndSheet } from "./EndSheet";
import { GrantSheet } from "./GrantSheet";
import { RolesCard } from "./RolesCard";
import { spanText } from "./roleText";

type Held = MemberRead["roles"][number];

/** All that is kept of one person, their roles, and the ways to change both. */
export function MemberPage({ memberId }: { memberId: string }) {
  const { t } = usePageWords(membersWords);
  const words = t.members;
  const { data, state, failure, refresh } = useMemberRead(memberId);
  const today = useMe().data?.today ?? "";
  usePullDown(refresh);
  const [sheet, setSheet] = useState<{ kind: "grant" } | { kind: "end"; held: Held } | null>(null);
  const close = () => setSheet(null);
  const name = data?.member.name ?? words.title;
  return (
    <Page
      id="page-one-member"
      title={words.title}
      bar={
        data?.can.setRecord && (
          <Button
            id="edit-record"
            kind="primary"
            grow
            text={words.edit}
            onTap={() => open(routes.members({ id: memberId, edit: "1" }))}
          />
        )
      }
      over={
        sheet?.kind === "grant" ? (
          <GrantSheet memberId={memberId} name={name} today={today} onClose={close} />
        ) : (
          sheet && <EndSheet memberId={memberId} held={sheet.held} today={today} onClose={close} />
        )
      }
    >
      <Loadable id="one-member" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            <RecordCard read={data} today={today} />
            {data.open && <OpenCard open={data.open} />}
            <RolesCard
              read={data}
              today={today}
              onGrant={() => setSheet({ kind: "grant" })}
              onEnd={(held) => setSheet({ kind: "end", held })}
            />
            <PlacesCard read={data} />
          </>
        )}
      </Loadable>
    </Page>
  );
}

function RecordCard({ read, today }: { read: MemberRead; today: string }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  const { member } = read;
  const fields = words.fields;
  const line = member.reportsTo.filter(({ fromOn }) => fromOn <= today).at(-1);
  const byLeader =
    member.superiorNames.length === 0 ? words.nobody : words.ofLeaderNamed({ names: f.names(member.superiorNames) });
  const coming = [
    ...member.reportsTo.map(({ fromOn, name }) => ({ fromOn, what: name ?? words.ofLeader })),
    ...member.salesMode.map(({ fromOn, value }) => ({ fromOn, what: value ?? words.nobody })),
  ].filter(({ fromOn }) => fromOn > today);
  const rows: [string, string][] = [
    [fields.state, words.states[member.state]],
    [fields.number, member.employeeNumber ?? words.unset],
    [fields.unit, member.unitName ?? words.noUnit],
    [fields.joined, member.joinedOn ? f.day(member.joinedOn) : words.unset],
    ...(member.leftOn ? [[fields.leftOn, f.day(member.leftOn)] as [string, string]] : []),
    ...(member.state === "left" ? [] : [[fields.reportsTo, line?.name ?? byLeader] as [string, string]]),
    [fields.mode, valueOn(member.salesMode, today)?.value ?? words.unset],
  ];
  return (
    <Card id="record" flush title={f.said(member.name, words.record)}>
      {rows.map(([label, value]) => (
        <Row key={label} text={label} value={<Words as="sub">{value}</Words>} />
      ))}
      {member.numberTakenByName !== null && <Row text={words.numberTaken({ name: member.numberTakenByName })} />}
      {coming.map(({ fromOn, what }) => (
        <Row key={`${fromOn} ${what}`} text={words.fromDay({ what, day: f.day(fromOn) })} />
      ))}
      {member.goneOn !== null && <Row text={words.gone({ day: f.day(member.goneOn) })} />}
    </Card>
  );
}

function OpenCard({ open: left }: { open: NonNullable<MemberRead["open"]> }) {
  const { t } = usePageWords(membersWords);
  const words = t.members;
  return (
    <Card id="open-things" title={words.open} {...(left.clients + left.sales > 0 && { tone: "warn" as const })}>
      {left.clients > 0 && <Words>{words.openClients({ count: String(left.clients) })}</Words>}
      {left.sales > 0 && <Words>{words.openSales({ count: String(left.sales) })}</Words>}
      {left.clients + left.sales === 0 && <Words>{words.openNone}</Words>}
      <Words as="note" tone="quiet">
        {words.openNote}
      </Words>
    </Card>
  );
}

function PlacesCard({ read }: { read: MemberRead }) {
  const { t, f } = usePageWords(membersWords);
  const words = t.members;
  return (
    <Card id="places" flush title={words.places}>
      {read.places.map((place) => {
        const span = spanText(place, { t, f });
        return (
          <Row
            key={`${place.unitName} ${place.part} ${place.fromOn}`}
            text={place.unitName}
            {...(span !== null && {
              note: (
                <Words as="note" tone="quiet">
                  {span}
                </Words>
              ),
            })}
            value={<Words as="sub">{words.parts[place.part]}</Words>}
          />
        );
      })}
      <Row
        text={
          <Words as="sub" tone="quiet">
            {words.placesNote}
          </Words>
        }
      />
    </Card>
  );
}
