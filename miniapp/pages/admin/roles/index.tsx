import { roles } from "@shared/domain/actor";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useRoles } from "@/features/staff/useMembers";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { routes } from "@/routes";
import { membersWords } from "@/texts/areas/members";
import { usePageWords } from "@/texts/pageWords";
import { roleOpens, spanText } from "../members/roleText";
import { Button, Card, Loadable, Page, Row, Words } from "@/ui";

/** What each role sees and may do, and who has it since when, until when and by whom. */
export default function Roles() {
  const { t, f } = usePageWords(membersWords);
  const wayOut = useWayOut();
  const words = t.members;
  const overview = words.overview;
  usePageFrame({ title: overview.title });
  const may = useCan()("roles.list");
  const { data, state, failure, refresh } = useRoles();
  usePullDown(refresh);
  if (may === false)
    return (
      <Page id="page-roles" title={overview.title}>
        <NoRightCard id="roles-back" text={overview.noRight} {...wayOut} />
      </Page>
    );
  return (
    <Page
      id="page-roles"
      title={overview.title}
      bar={
        data?.can.grant && (
          <Button
            id="roles-members"
            kind="primary"
            grow
            text={overview.toMembers}
            onTap={() => open(routes.members())}
          />
        )
      }
    >
      <Card>
        <Words as="sub" tone="quiet">
          {overview.byDirectory}
        </Words>
        {data?.can.grant && (
          <Words as="sub" tone="quiet">
            {overview.give}
          </Words>
        )}
      </Card>
      <Loadable id="roles-overview" state={state} failure={failure} onRetry={() => void refresh()}>
        {data &&
          roles.map((role) => {
            const held = data.items.filter((item) => item.role === role);
            const { opens, besides } = roleOpens(role, { t, f });
            const isByDirectory = role === "rep" || role === "manager";
            return (
              <Card key={role} id={`role-${role}`} flush title={t.common.roles[role]}>
                <Row text={overview.sees} note={<Words as="sub">{overview.texts[role].sees}</Words>} />
                <Row text={overview.opens} note={<Words as="sub">{opens}</Words>} />
                <Row text={overview.besides} note={<Words as="sub">{besides}</Words>} />
                {held.length === 0 && !isByDirectory && (
                  <Row text={overview.who} value={<Words as="sub">{overview.none}</Words>} />
                )}
                {held.map(({ memberId, name, unitName, fromOn, lastOn, byName }) => {
                  const dates = spanText({ fromOn, lastOn }, { t, f });
                  const by = byName === null ? words.byOperator : words.by({ name: byName });
                  return (
                    <Row
                      key={`${memberId} ${unitName} ${fromOn}`}
                      id={`has-${role}-${memberId}`}
                      text={f.said(name, unitName)}
                      note={
                        <Words as="note" tone="quiet">
                          {f.said(dates, by)}
                        </Words>
                      }
                      label={f.said(t.common.roles[role], name, unitName, dates, by)}
                      onTap={() => open(routes.members({ id: memberId }))}
                    />
                  );
                })}
              </Card>
            );
          })}
        {data && !data.isWhole && (
          <Words as="note" tone="quiet">
            {overview.notWhole}
          </Words>
        )}
      </Loadable>
    </Page>
  );
}
