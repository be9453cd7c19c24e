import { useState } from "react";
import { nextPeriod } from "@shared/domain/time";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { replace, usePullDown } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { useLevel } from "@/features/targets/useTargets";
import { routes } from "@/routes";
import { meWords } from "@/texts/areas/main/me";
import { targetsWords } from "@/texts/areas/targets";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Loadable, Page, ShowsAmounts } from "@/ui";
import { LevelForm, type TargetsDone } from "./LevelForm";
import { PublishSheet } from "./PublishSheet";
import { VisitTargetCard } from "./VisitTargetCard";

/** A month's targets, one level at a time: what a unit has to reach, and who of it how much. */
export default openedWith({ unitId: "id?", period: "month?" }, TargetTree);

function TargetTree({ unitId = "", period: asked }: { unitId?: string; period?: string }) {
  const { t, f } = usePageWords(meWords, targetsWords);
  const words = t.targets;
  usePageFrame({ title: t.me.titles.targets });
  const me = useMe();
  const thisMonth = me.data?.period ?? "";
  const period = asked ?? thisMonth;
  const { data, state, failure, refresh } = useLevel({ period, unitId });
  usePullDown(refresh);
  const [isPublishing, setPublishing] = useState(false);
  const [done, setDone] = useState<TargetsDone | null>(null);
  const months = thisMonth ? [...new Set([thisMonth, nextPeriod(thisMonth), period])].sort() : [period];
  const led = me.data?.leads ?? [];
  const seesSeveral =
    led.length > 1 && data?.parent !== null && led.some((unit) => unit.unitId === data?.path[0]?.unitId);
  return (
    <Page
      id="page-targets"
      title={t.me.titles.targets}
      over={
        data &&
        isPublishing && (
          // What somebody decides on has to be read.
          <ShowsAmounts>
            <PublishSheet
              level={data}
              onClose={() => setPublishing(false)}
              onDone={() => {
                setPublishing(false);
                setDone("published");
              }}
            />
          </ShowsAmounts>
        )
      }
    >
      <Card>
        <Choices
          id="targets-month"
          kind="segments"
          label={words.month}
          value={period}
          options={months.map((month) => ({ value: month, text: f.month(month) }))}
          onChoose={(month) => replace(routes.targets({ period: month, ...(unitId && { unitId }) }))}
        />
        {seesSeveral && (
          <Choices
            id="targets-unit"
            label={words.unit}
            value={data?.path[0]?.unitId ?? null}
            options={led.map((unit) => ({ value: unit.unitId, text: unit.name }))}
            onChoose={(chosen) => replace(routes.targets({ period, unitId: chosen }))}
          />
        )}
      </Card>
      <Loadable id="targets" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <LevelForm
            key={`${period}:${unitId}`}
            level={data}
            unitId={unitId}
            done={done}
            onDone={setDone}
            onPublish={() => setPublishing(true)}
          />
        )}
        {data?.parent && <VisitTargetCard key={data.parent.subjectId} unitId={data.parent.subjectId} />}
      </Loadable>
    </Page>
  );
}
