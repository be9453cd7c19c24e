import { planOf, useLine } from "@/features/earnings/useEarnings";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { planTextWords } from "@/texts/areas/planText";
import { usePageWords } from "@/texts/pageWords";
import { Card, Loadable, Page, ShowsAmounts, Skeleton, Words } from "@/ui";
import { PlanText } from "../PlanText";

/** By which rules am I paid? Every part, table and example of a version, as it was published. */
export default openedWith({ period: "month", lineId: "id" }, Plan);

function Plan({ period, lineId }: { period: string; lineId: string }) {
  const { t, f, language } = usePageWords(planTextWords);
  const words = t.planText;
  usePageFrame({ title: words.title });
  const { data, state, failure, refresh } = useLine(period, lineId);
  const rules = data && planOf(data);
  const named = (one: { name: string; nameEn?: string | undefined }) =>
    language === "en" ? (one.nameEn ?? one.name) : one.name;
  return (
    <Page id="page-plan" title={words.title}>
      <Loadable
        id="plan"
        state={state}
        failure={failure}
        onRetry={() => void refresh()}
        skeleton={
          <Card>
            <Skeleton rows={[60, 100, 100, 80]} />
          </Card>
        }
      >
        {rules && (
          <ShowsAmounts>
            <Card id="plan-version" title={named(rules)}>
              <Words>{words.version({ version: rules.version, day: f.day(rules.validFrom) })}</Words>
            </Card>
            <PlanText rules={rules} />
          </ShowsAmounts>
        )}
      </Loadable>
    </Page>
  );
}
