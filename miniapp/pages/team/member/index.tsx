import { View } from "@tarojs/components";
import type { AnswerOf } from "@shared/contracts";
import { amountText, percentText } from "@shared/domain/moneyText";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { useTeamMember } from "@/features/teams/useTeam";
import { progressOf } from "@/features/today/progress";
import { useRecordText } from "@/features/visits/useRecordText";
import { gapText, standingText } from "@/components/progressWords";
import { stageText } from "@/components/stageText";
import { known } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { meWords } from "@/texts/areas/main/me";
import { memberWords } from "@/texts/areas/member";
import { usePageWords } from "@/texts/pageWords";
import { routes } from "@/routes";
import { Amount, Bullet, Card, Empty, Loadable, Page, Row, StatusMark, Words } from "@/ui";

type Member = AnswerOf<"teams.member">;

/** One of my people: how far, what helps, the visits, where the clients stand. Nobody's pay is here. */
export default openedWith({ unitId: "id", id: "id", period: "month" }, MemberPage);

function MemberPage(address: { unitId: string; id: string; period: string }) {
  const { t } = usePageWords(memberWords);
  const words = t.member;
  usePageFrame({ title: words.title });
  const { data, state, failure, refresh } = useTeamMember(address);
  usePullDown(refresh);
  return (
    <Page id="page-member" title={words.title}>
      <Loadable id="member" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            <Standing member={data} />
            <Helps helps={data.helps} />
            <Sales sales={data.sales ?? []} />
            <Visits visits={data.visits} effectiveVisits={data.effectiveVisits} />
            <Stages stages={data.stages} whole={data.areStagesWhole} />
            <Words as="note" tone="quiet">
              {words.looked({ name: data.member.name })}
            </Words>
          </>
        )}
      </Loadable>
    </Page>
  );
}

function Standing({ member }: { member: Member }) {
  const { t, f } = usePageWords(meWords);
  const { doneFen, targetFen, period } = member;
  const progress = progressOf(member);
  const done = f.sales(doneFen);
  const gap = gapText(progress, t);
  return (
    <Card id="member-standing" title={`${member.member.name} · ${f.month(period)}`}>
      <Words as="title">{percentText(progress.attainment)}</Words>
      <Words as="sub" tone="quiet">
        {targetFen === null
          ? `${done} · ${t.me.teamPage.memberTargetMissing}`
          : t.me.teamPage.ofTarget({ done, target: f.sales(targetFen) })}
      </Words>
      {gap && (
        <Words as="sub" tone={progress.against?.kind === "behind" ? "warn" : "ok"}>
          {gap}
        </Words>
      )}
      {targetFen !== null && (
        <Bullet
          slim
          share={progress.drawn.done}
          pace={progress.drawn.pace}
          targetText=""
          paceText={null}
          say={f.said(member.member.name, standingText(progress, done, t))}
        />
      )}
    </Card>
  );
}

function Helps({ helps }: Pick<Member, "helps">) {
  const { t, f } = usePageWords(memberWords);
  const words = t.member;
  return (
    <Card id="member-helps" title={words.helps}>
      {helps.length === 0 ? (
        <Words tone="quiet">{words.noHelp}</Words>
      ) : (
        helps.map(({ code, count, customerNames = [] }) => (
          <View key={code}>
            <Words>{known(words.help, code)?.({ count }) ?? t.common.newer}</Words>
            {customerNames.length > 0 && (
              <Words as="sub" tone="quiet">
                {f.names(customerNames)}
              </Words>
            )}
          </View>
        ))
      )}
    </Card>
  );
}

/** What the result consists of; each opens, where this leader may read it. */
function Sales({ sales }: { sales: NonNullable<Member["sales"]> }) {
  const { t, f } = usePageWords(memberWords);
  if (sales.length === 0) return null;
  return (
    <Card id="member-sales" flush title={t.member.sales}>
      {sales.map(({ saleId, customerName, signedOn, creditFen, mayOpen }) => (
        <Row
          key={saleId}
          id={`sale-${saleId}`}
          text={customerName}
          note={
            <Words as="sub" tone="quiet">
              {f.day(signedOn)}
            </Words>
          }
          value={<Amount fen={creditFen} plain />}
          label={f.said(customerName, f.day(signedOn), `${amountText(creditFen)} ${t.common.yuan}`)}
          {...(mayOpen && { onTap: () => open(routes.sale({ id: saleId })) })}
        />
      ))}
    </Card>
  );
}

/** Each opens as its rep reads it, with what it said before it was corrected. */
function Visits({ visits, effectiveVisits }: Pick<Member, "visits" | "effectiveVisits">) {
  const { t, f } = usePageWords(fieldWords, memberWords);
  const words = t.member;
  const recordText = useRecordText();
  return (
    <Card id="member-visits" flush title={words.visits({ count: effectiveVisits })}>
      {visits.length === 0 && <Empty text={words.noVisits} />}
      {visits.map((visit) => {
        const { visitId, customerName, checkIn, record, answers, nextStep } = visit;
        const standing = visit.standing ?? (visit.effective ? "effective" : "notCounted");
        const at = f.instant(new Date(checkIn.checkedInAt));
        const isCorrected = visit.earlierRecords.length > 0;
        const far = checkIn.distanceM === null ? null : f.distance(checkIn.distanceM);
        return (
          <Row
            key={visitId}
            id={`visit-${visitId}`}
            text={customerName}
            note={
              <>
                <Words as="sub" tone="quiet">
                  {f.said(at, far)}
                </Words>
                <Words as="sub">{recordText(record, answers)}</Words>
                {isCorrected && (
                  <Words as="sub" tone="brand">
                    {t.field.visit.versions.corrected}
                  </Words>
                )}
                {nextStep && (
                  <Words as="sub" tone="quiet">
                    {words.nextStep({ text: nextStep })}
                  </Words>
                )}
              </>
            }
            value={<StatusMark about="visit" is={standing} />}
            label={f.said(
              customerName,
              at,
              far,
              t.status.visit[standing],
              isCorrected && t.field.visit.versions.corrected,
              t.field.visit.title,
            )}
            onTap={() => open(routes.visit({ visitId }))}
          />
        );
      })}
    </Card>
  );
}

function Stages({ stages, whole }: { stages: Member["stages"]; whole: boolean }) {
  const { t } = usePageWords(memberWords);
  const words = t.member;
  if (stages.length === 0) return null;
  return (
    <Card id="member-stages" flush title={whole ? words.stages : words.stagesPart}>
      {stages.map(({ stage, count }) => (
        <Row key={stage} text={stageText(stage, t)} value={<Words as="body">{words.clients({ count })}</Words>} />
      ))}
    </Card>
  );
}
