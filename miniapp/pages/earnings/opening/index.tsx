import { openingKinds } from "@shared/domain/opening";
import { addDays } from "@shared/domain/time";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, usePullDown } from "@/features/navigation";
import { useOwnOpenings } from "@/features/openings/useOpenings";
import { balanceText } from "@/components/balanceText";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Card, Empty, Loadable, Page, Row, Words } from "@/ui";

/** What I have brought along from before the company paid here: each with the row of the file that says so. */
export default function OwnOpening() {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const { data, state, failure, refresh } = useOwnOpenings();
  usePullDown(refresh);
  usePageFrame({ title: words.mine.title });
  const kinds = openingKinds.filter((kind) => data?.items.some((one) => one.kind === kind));
  return (
    <Page id="page-own-opening" title={words.mine.title}>
      <Loadable id="own-opening" state={state} failure={failure} onRetry={() => void refresh()}>
        {data?.items.length === 0 && (
          <Card>
            <Empty
              text={words.mine.none}
              note={words.mine.noneNote}
              action={{ id: "own-opening-back", text: t.common.back, onTap: () => back(routes.earnings()) }}
            />
          </Card>
        )}
        {data?.asOf && (
          <Words as="sub" tone="quiet">
            {words.mine.note({ day: f.day(addDays(data.asOf, 1)) })}
          </Words>
        )}
        {kinds.map((kind) => (
          <Card key={kind} id={`own-${kind}`} title={f.said(words.kinds[kind], f.amount(data?.sums[kind] ?? 0))}>
            <Words as="note" tone="quiet">
              {words.kindNotes[kind]}
            </Words>
            {data?.items
              .filter((one) => one.kind === kind)
              .map((one) => {
                const { row, amountFen, fileName, preparedByName, approvedByName, postedAt } = one;
                const time = f.instant(new Date(postedAt));
                return (
                  <Row
                    key={`${fileName}-${row}`}
                    id={`own-${kind}-${row}`}
                    text={balanceText(one, words.mine.source({ file: fileName, row }), f)}
                    note={words.mine.who({ by: preparedByName, second: approvedByName, time })}
                    value={<Amount fen={amountFen} plain />}
                    label={f.said(words.kinds[kind], f.amount(amountFen), words.mine.source({ file: fileName, row }))}
                  />
                );
              })}
          </Card>
        ))}
        {kinds.length > 0 && (
          <Words as="note" tone="quiet">
            {words.mine.wrong}
          </Words>
        )}
      </Loadable>
    </Page>
  );
}
