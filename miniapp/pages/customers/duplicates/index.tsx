import { useDuplicates } from "@/features/customers/useDuplicates";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { routes } from "@/routes";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Earlier, Empty, ErrorBlock, Loadable, Page, Words } from "@/ui";
import { PairCard } from "./PairCard";

const shownOnes = ["open", "different"] as const;

/** Which of my people's clients are there twice? */
export default function DuplicatesPage() {
  const { t } = usePageWords(customerPagesWords);
  const words = t.customerPages.duplicates;
  usePageFrame({ title: words.title });
  const { shown, show, list, decide } = useDuplicates();
  const { items, earlier, state, failure, refresh } = list;
  usePullDown(refresh);
  return (
    <Page id="page-duplicates" title={words.title}>
      <Card>
        <Choices
          id="duplicates-shown"
          kind="segments"
          label={words.title}
          value={shown}
          options={shownOnes.map((value) => ({ value, text: words.shown[value] }))}
          onChoose={show}
        />
        <Words as="sub" tone="quiet">
          {words.note}
        </Words>
      </Card>
      {decide.failure && (
        <Card>
          <ErrorBlock id="duplicates-error" failure={decide.failure} onRetry={() => void refresh()} />
        </Card>
      )}
      {(state !== "ready" || items.length === 0) && (
        <Card>
          <Loadable id="duplicates" state={state} failure={failure} onRetry={() => void refresh()}>
            {!earlier && <Empty text={words.none[shown]} />}
          </Loadable>
        </Card>
      )}
      {items.map((pair) => (
        <PairCard
          key={pair.pairId}
          pair={pair}
          busy={decide.busy}
          onLook={(a, b) => open(routes.mergeCustomers({ id: a, other: b }))}
          onOpen={(id) => open(routes.customer({ id }))}
          onDecide={(isDifferent) => void decide.run({ pair, isDifferent })}
        />
      ))}
      <Earlier id="duplicates-more" earlier={earlier} />
    </Page>
  );
}
