import type { AnswerOf } from "@shared/contracts";
import { openingKinds } from "@shared/domain/opening";
import { addDays } from "@shared/domain/time";
import { open } from "@/features/navigation";
import { openingFailure } from "@/features/openings/openingFailure";
import { useSayNone } from "@/features/openings/useOpenings";
import { useCan } from "@/features/session/useMe";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, Empty, ErrorBlock, Row, Words } from "@/ui";

type View = AnswerOf<"openings.list">;

/** What is in the accounts, or that there is nothing, and what may be done about it. */
export function Standing({ view }: { view: View }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const can = useCan();
  const none = useSayNone();
  const { payingOn, setterNames = [], membersCount, sums, mayPrepare, none: said, items, revision } = view;
  const isOpen = items.some(({ state }) => state === "waiting" || state === "posting");
  const failure = openingFailure(none, words, f);
  if (payingOn === null)
    return (
      <Card id="openings-no-day">
        {can("setup.read") ? (
          <Empty
            text={words.noFirstDay}
            action={{
              id: "openings-setup",
              text: words.toSetup,
              onTap: () => open(routes.setup({ step: "firstDay" })),
            }}
          />
        ) : (
          <Empty
            text={words.noFirstDay}
            note={setterNames.length > 0 ? words.firstDayBy({ names: f.names(setterNames) }) : words.firstDayByNobody}
          />
        )}
      </Card>
    );
  return (
    <>
      <Card id="openings-standing" title={membersCount > 0 ? words.inAccounts({ count: membersCount }) : words.title}>
        <Words as="sub" tone="quiet">
          {words.asOf({ day: f.day(addDays(payingOn, -1)) })}
        </Words>
        {membersCount > 0 ? (
          openingKinds.map((kind) => (
            <Row
              key={kind}
              id={`openings-${kind}`}
              text={words.kinds[kind]}
              note={words.kindNotes[kind]}
              value={<Amount fen={sums[kind]} plain />}
              label={f.said(words.kinds[kind], f.amount(sums[kind]))}
            />
          ))
        ) : said ? (
          <Words live="polite">{words.saidNone({ name: said.byName, time: f.instant(new Date(said.at)) })}</Words>
        ) : (
          <Empty text={words.nothing} note={words.nothingNote} />
        )}
        {mayPrepare && (
          <Button
            id="openings-import"
            kind="primary"
            text={words.import}
            onTap={() => open(routes.importClients({ for: "opening" }))}
          />
        )}
        {mayPrepare && membersCount === 0 && !said && !isOpen && (
          <Button id="openings-none" text={words.sayNone} disabled={none.busy} onTap={() => void none.run(revision)} />
        )}
        {failure && <ErrorBlock id="openings-none-failed" failure={failure} />}
      </Card>
    </>
  );
}
