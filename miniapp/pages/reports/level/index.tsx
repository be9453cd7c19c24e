import { View } from "@tarojs/components";
import { percentText, ratioOf } from "@shared/domain/moneyText";
import { isHouseAccount } from "@shared/domain/pay/facts/credits";
import { previousPeriod } from "@shared/domain/time";
import { chooseMonth, useChosenMonth, useMonthOfAddress } from "@/features/earnings/chosenMonth";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, replace, usePullDown } from "@/features/navigation";
import { useCan, useMe } from "@/features/session/useMe";
import { useTeamLevel } from "@/features/teams/useTeamLevel";
import { routes } from "@/routes";
import { officePagesWords } from "@/texts/areas/officePages";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Empty, Loadable, Page, Row, Words } from "@/ui";
import { TeamProgress } from "../../tabs/home/TeamProgress";

/** Where does a month stand, and what below it is furthest behind? Results only: nobody's pay is here. */
export default openedWith({ unitId: "id?", period: "month?" }, Level);

function Level({ unitId = "", period: asked }: { unitId?: string; period?: string }) {
  const { t, f } = usePageWords(officePagesWords);
  const words = t.officePages.level;
  usePageFrame({ title: words.title });
  const thisMonth = useMe().data?.period ?? "";
  const can = useCan();
  useMonthOfAddress("team", asked === undefined ? {} : { period: asked });
  const period = useChosenMonth("team") ?? thisMonth;
  const { data, state, failure, refresh } = useTeamLevel(period, unitId);
  usePullDown(refresh);
  const months = thisMonth ? [...new Set([period, previousPeriod(thisMonth), thisMonth])].sort() : [period];
  const above = data?.path.at(-2);
  const figures = ({ doneFen, targetFen }: { doneFen: number; targetFen: number | null }) =>
    targetFen === null
      ? words.noTarget({ done: f.sales(doneFen) })
      : words.target({ done: f.sales(doneFen), target: f.sales(targetFen) });
  const row = (
    key: string,
    one: { name: string; doneFen: number; targetFen: number | null },
    { more, onTap }: { more: string | null; onTap: (() => void) | null },
  ) => {
    const note = [figures(one), more].filter(Boolean).join(" · ");
    const percent = one.targetFen === null ? null : percentText(ratioOf(one.doneFen, one.targetFen));
    return (
      <Row
        key={key}
        id={`level-${key}`}
        text={one.name}
        note={
          <Words as="sub" tone="quiet">
            {note}
          </Words>
        }
        {...(percent !== null && { value: <Words as="head">{percent}</Words> })}
        label={f.said(one.name, percent, note)}
        {...(onTap && { onTap })}
      />
    );
  };
  return (
    <Page id="page-level" title={words.title}>
      <View className="months-choice">
        <Card>
          <Choices
            id="level-month"
            kind="segments"
            label={words.month}
            value={period}
            options={months.map((month) => ({ value: month, text: f.month(month) }))}
            onChoose={(month) => chooseMonth("team", month)}
          />
        </Card>
      </View>
      <Loadable id="level" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            <Card id="level-team" title={data.team.name}>
              <TeamProgress team={data.team} />
              <Words tone="quiet">{words.visits({ count: data.visits })}</Words>
            </Card>
            {above && (
              <Card flush>
                <Row
                  id="level-up"
                  text={words.up({ name: above.name })}
                  onTap={() => replace(routes.level({ period, unitId: above.unitId }))}
                />
              </Card>
            )}
            {data.members ? (
              <Card id="level-people" flush title={words.people}>
                {data.members.length === 0 && <Empty text={words.noPeople} />}
                {data.members.map((member) =>
                  row(member.memberId, member, {
                    more: null,
                    onTap:
                      can("teams.member") && !isHouseAccount(member.memberId)
                        ? () => open(routes.member({ unitId: data.team.unitId, id: member.memberId, period }))
                        : null,
                  }),
                )}
              </Card>
            ) : (
              <Card id="level-below" flush title={words.below}>
                {data.units.length === 0 && <Empty text={words.noBelow} />}
                {data.units.map((unit) =>
                  row(unit.unitId, unit, {
                    more: words.visits({ count: unit.visits }),
                    onTap: () => replace(routes.level({ period, unitId: unit.unitId })),
                  }),
                )}
              </Card>
            )}
            <Words as="note" tone="quiet">
              {t.common.team.noPay}
            </Words>
          </>
        )}
      </Loadable>
    </Page>
  );
}
