import { View } from "@tarojs/components";
import { useState } from "react";
import { percentText } from "@shared/domain/moneyText";
import { isHouseAccount } from "@shared/domain/pay/facts/credits";
import { chooseMonth, useChosenMonth } from "@/features/earnings/chosenMonth";
import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { open, usePullDown } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { type TeamMember, teamViewOf, useTeam } from "@/features/teams/useTeam";
import { usePresentMonth } from "@/features/time";
import { gapText, monthName, standingText } from "@/components/progressWords";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Bullet, Button, Card, Choices, Empty, Line, Loadable, NoRight, Skeleton, Tap, Words } from "@/ui";
import { TeamProgress } from "../home/TeamProgress";
import { OnMonitor } from "./OnMonitor";
import "./index.scss";

type Shown = "help" | "all" | "lead";

/** Will we make it, and whom do I help today? Results only: nobody's pay is here. */
export function TeamPage() {
  const { t, f } = usePageWords(meWords);
  const me = useMe();
  const units = me.data?.leads ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const unitId = chosen ?? units[0]?.unitId ?? "";
  const present = usePresentMonth();
  const month = useChosenMonth("team");
  const period = month ?? present;
  const team = useTeam(unitId, period);
  const [shown, setShown] = useState<Shown>("help");
  const isMonitor = useIsMonitor();
  usePullDown(team.refresh);
  if (me.data && units.length === 0) return <NoRight names={me.data.administratorNames} />;

  const view = team.data && teamViewOf(team.data);
  const members = view ? { help: view.toHelp, all: view.all, lead: view.ahead }[shown] : [];
  return (
    <>
      {units.length > 1 && (
        <Choices
          id="unit"
          kind="segments"
          label={t.common.tabs.team}
          value={unitId}
          options={units.map((unit) => ({ value: unit.unitId, text: unit.name }))}
          onChoose={setChosen}
        />
      )}
      <Loadable
        id="team"
        state={team.state}
        failure={team.failure}
        onRetry={() => void team.refresh()}
        skeleton={
          <Card>
            <Skeleton />
          </Card>
        }
      >
        {team.data && (
          <Card
            id="team"
            title={
              period === present
                ? t.me.teamPage.question({ team: team.data.team.name })
                : `${team.data.team.name} · ${f.month(period)}`
            }
          >
            <TeamProgress team={team.data.team} />
            {period !== present && (
              <Button
                id="present-month"
                kind="quiet"
                text={t.common.seeMonth({ month: monthName(present, present, f) })}
                onTap={() => chooseMonth("team", null)}
              />
            )}
          </Card>
        )}
        {view && isMonitor && <OnMonitor unitId={unitId} period={period} members={view.all} />}
        {view && !isMonitor && (
          <Card id="members">
            <Choices<Shown>
              id="members-shown"
              kind="segments"
              label={t.common.tabs.team}
              value={shown}
              options={[
                { value: "help", text: `${t.me.teamPage.help} ${view.toHelp.length}` },
                { value: "all", text: `${t.me.teamPage.all} ${view.all.length}` },
                { value: "lead", text: `${t.me.teamPage.lead} ${view.ahead.length}` },
              ]}
              onChoose={setShown}
            />
            {members.length === 0 && <Empty text={t.me.teamPage[emptyWord(view.all, shown)]} />}
            {members.map((member, index) => (
              <View key={member.memberId}>
                {index > 0 && <Line />}
                <MemberRow
                  member={member}
                  // What nobody has brought is nobody's page.
                  onTap={
                    isHouseAccount(member.memberId)
                      ? null
                      : () => open(routes.member({ unitId, id: member.memberId, period }))
                  }
                />
              </View>
            ))}
          </Card>
        )}
        <Button
          id="find-customers"
          kind="plain"
          text={t.customers.list.open}
          onTap={() => open(routes.findCustomers())}
        />
        <Words as="note" tone="quiet">
          {t.common.team.noPay}
        </Words>
      </Loadable>
    </>
  );
}

/** Why nobody is in the list. */
function emptyWord(all: readonly TeamMember[], shown: Shown): "noMembers" | "noTargets" | "noOneBehind" | "noOneAhead" {
  if (all.length === 0) return "noMembers";
  if (all.every(({ targetFen }) => targetFen === null)) return "noTargets";
  return shown === "help" ? "noOneBehind" : "noOneAhead";
}

function MemberRow({ member, onTap }: { member: TeamMember; onTap: (() => void) | null }) {
  const { t, f } = usePageWords(meWords);
  const { progress } = member;
  const done = f.sales(member.doneFen);
  const gap = gapText(progress, t);
  const standing = standingText(progress, done, t);
  const row = (
    <View className="member" id={`member-${member.memberId}`}>
      <View className="member-line">
        <Words as="head">{member.name}</Words>
        <Words as="head">{percentText(progress.attainment)}</Words>
      </View>
      <View className="member-line">
        <Words as="sub" tone="quiet">
          {member.targetFen === null
            ? `${done} · ${t.me.teamPage.memberTargetMissing}`
            : t.me.teamPage.ofTarget({ done, target: f.sales(member.targetFen) })}
        </Words>
        {gap && (
          <Words as="sub" tone={progress.against?.kind === "behind" ? "warn" : "ok"}>
            {gap}
          </Words>
        )}
      </View>
      {member.targetFen !== null && (
        <Bullet
          slim
          share={progress.drawn.done}
          pace={progress.drawn.pace}
          targetText=""
          paceText={null}
          say={f.said(member.name, standing)}
        />
      )}
    </View>
  );
  return onTap ? (
    <Tap label={f.said(member.name, standing)} onTap={onTap} id={`open-${member.memberId}`}>
      {row}
    </Tap>
  ) : (
    row
  );
}
