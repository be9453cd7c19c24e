import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, replace, usePullDown } from "@/features/navigation";
import { type PlanState, usePlans } from "@/features/plans/usePlans";
import { routes } from "@/routes";
import { officePagesWords } from "@/texts/areas/officePages";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Earlier, Empty, Loadable, Page, Row, Words } from "@/ui";

const states: readonly PlanState[] = ["published", "inReview", "draft"];

/** Versions of plans: those in force, those that wait for a second person, and what is only written. */
export default openedWith({ state: "id?" }, Plans);

function Plans({ state: asked }: { state?: string }) {
  const { t, f } = usePageWords(officePagesWords);
  const words = t.officePages.plans;
  usePageFrame({ title: words.title });
  const chosen = states.find((one) => one === asked) ?? "published";
  const { items, data, earlier, state, failure, refresh } = usePlans(chosen);
  usePullDown(refresh);
  return (
    <Page id="page-plans" title={words.title}>
      <Card>
        <Choices
          id="plans-state"
          kind="segments"
          label={words.state}
          value={chosen}
          options={states.map((value) => ({ value, text: words.states[value] }))}
          onChoose={(value) => replace(routes.plans(value === "published" ? {} : { state: value }))}
        />
      </Card>
      {data?.without && data.without.count > 0 && (
        <Card id="plans-without" title={words.without({ count: data.without.count })}>
          <Words as="body">{f.names(data.without.names)}</Words>
          <Words as="note" tone="quiet">
            {words.withoutNote}
          </Words>
        </Card>
      )}
      <Card id="plans" flush>
        <Loadable id="plans" state={state} failure={failure} onRetry={() => void refresh()}>
          {items.length === 0 && <Empty text={words.none[chosen]} />}
          {items.map(({ planId, name, version, validFrom }) => {
            const note = words.version({ version, day: f.day(validFrom) });
            return (
              <Row
                key={planId}
                id={`plan-${planId}`}
                text={name}
                note={
                  <Words as="sub" tone="quiet">
                    {note}
                  </Words>
                }
                label={f.said(name, note)}
                onTap={() => open(routes.planReview({ id: planId }))}
              />
            );
          })}
          <Earlier id="plans-earlier" earlier={earlier} />
        </Loadable>
      </Card>
    </Page>
  );
}
