import type { AnswerOf } from "@shared/contracts";
import { openingKinds } from "@shared/domain/opening";
import { addDays } from "@shared/domain/time";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { openingFailure } from "@/features/openings/openingFailure";
import { useOpenings, useSayNone } from "@/features/openings/useOpenings";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, Empty, ErrorBlock, Loadable, Page, Row, Words } from "@/ui";

/** What members bring along into the first paying day: in the accounts, and the tables that have brought it. */
export default function Openings() {
  const { t } = usePageWords(openingsWords);
  const words = t.openings;
  const may = useCan()("openings.list");
  const wayOut = useWayOut();
  const asked = useOpenings(may === true);
  usePullDown(asked.refresh);
  usePageFrame({ title: words.title });
  return (
    <Page id="page-openings" title={words.title}>
      {may === false ? (
        <NoRightCard id="openings-back" text={words.noRight} {...wayOut} />
      ) : (
        <Loadable id="openings" {...asked} onRetry={() => void asked.refresh()}>
          {asked.data && <Standing view={asked.data} />}
          {asked.data && asked.data.items.length > 0 && <Tables items={asked.data.items} />}
        </Loadable>
      )}
    </Page>
  );
}

type View = AnswerOf<"openings.list">;

function Standing({ view }: { view: View }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const can = useCan();
  const none = useSayNone();
  const { payingOn, membersCount, sums, mayPrepare, none: said, items, revision } = view;
  const isOpen = items.some(({ state }) => state === "waiting" || state === "posting");
  const failure = openingFailure(none, words, f);
  if (payingOn === null)
    return (
      <Card id="openings-no-day">
        <Empty
          text={words.noFirstDay}
          {...(can("setup.read") && {
            action: { id: "openings-setup", text: words.toSetup, onTap: () => open(routes.setup()) },
          })}
        />
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
              label={f.said(words.kinds[kind], f.money(sums[kind]))}
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

function Tables({ items }: Pick<View, "items">) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  return (
    <Card id="openings-tables" title={words.tables} flush>
      {items.map(({ importId, fileName, state, preparedByName, preparedAt }) => (
        <Row
          key={importId}
          id={`opening-${importId}`}
          text={fileName}
          note={words.by({ name: preparedByName, time: f.instant(new Date(preparedAt)) })}
          value={words.states[state]}
          label={f.said(fileName, words.states[state])}
          onTap={() => open(routes.opening({ id: importId }))}
        />
      ))}
    </Card>
  );
}
