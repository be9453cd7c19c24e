import { useState } from "react";
import { openingKinds } from "@shared/domain/opening";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back, usePageParams, usePullDown } from "@/features/navigation";
import { openingFailure } from "@/features/openings/openingFailure";
import { type OpeningView, useDecideOpening, useOpening } from "@/features/openings/useOpenings";
import { ReasonSheet } from "@/components/ReasonSheet";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Button, Card, Empty, ErrorBlock, Loadable, Page, Row, ShowsAmounts, Words } from "@/ui";
import { Members } from "./Members";

/** One table of opening balances: a second person holds its totals, its members and its rows against what she knows. */
export default function Opening() {
  const { t } = usePageWords(openingsWords);
  const { id } = usePageParams();
  const title = t.openings.oneTitle;
  usePageFrame({ title });
  if (id) return <One importId={id} title={title} />;
  return (
    <Page id="page-opening" title={title}>
      <Card>
        <Empty
          text={t.openings.gone}
          action={{ id: "opening-back", text: t.openings.title, onTap: () => back(routes.openings()) }}
        />
      </Card>
    </Page>
  );
}

function One({ importId, title }: { importId: string; title: string }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const asked = useOpening(importId);
  usePullDown(asked.refresh);
  const [refusing, setRefusing] = useState(false);
  const decide = useDecideOpening();
  const of = asked.data?.opening;
  const failure = openingFailure(decide, words, f);
  return (
    <Page
      id="page-opening"
      title={title}
      over={
        refusing &&
        of && (
          <ReasonSheet
            id="back"
            title={words.backTitle}
            note={words.backNote({ name: of.preparedByName })}
            reasons={words.backReasons}
            hint={words.backHint}
            missing={words.backMissing}
            send={words.sendBack}
            busy={decide.busy}
            failure={failure}
            onClose={() => setRefusing(false)}
            onSend={(reason) =>
              void decide.run({ of, allowed: false, reason }).then((done) => done && setRefusing(false))
            }
          />
        )
      }
      bar={
        of?.isMine && of.state === "waiting" ? (
          <Button
            id="withdraw"
            text={words.withdraw}
            grow
            disabled={decide.busy}
            onTap={() => void decide.run({ of, allowed: false, reason: null })}
          />
        ) : (
          of?.mayDecide && (
            <>
              <Button
                id="send-back"
                text={words.sendBack}
                grow
                disabled={decide.busy}
                onTap={() => setRefusing(true)}
              />
              <Button
                id="allow"
                kind="primary"
                text={words.allow}
                grow
                disabled={decide.busy}
                onTap={() => void decide.run({ of, allowed: true, reason: null })}
              />
            </>
          )
        )
      }
    >
      <Loadable id="opening" {...asked} onRetry={() => void asked.refresh()}>
        {!refusing && failure && <ErrorBlock id="decide-error" failure={failure} />}
        {/* Nobody decides on what they do not see. */}
        {of?.mayDecide ? <ShowsAmounts>{balances(of)}</ShowsAmounts> : of && balances(of)}
      </Loadable>
    </Page>
  );
}

const balances = (of: OpeningView) => (
  <>
    <Totals of={of} />
    <Members importId={of.importId} />
  </>
);

function Totals({ of }: { of: OpeningView }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  const { sums, rows, preparedByName, decision } = of;
  const time = (at: string) => f.instant(new Date(at));
  return (
    <Card id="opening-totals" title={of.fileName}>
      <Words as="sub" tone="quiet">
        {f.said(words.by({ name: preparedByName, time: time(of.preparedAt) }), words.asOf({ day: f.day(of.asOf) }))}
      </Words>
      <Words id="opening-state" live="polite">
        {stateText()}
      </Words>
      {of.state !== "returned" && (
        <Words as="sub">
          {words[of.state === "posted" ? "changed" : "changes"]({ members: of.membersCount, count: of.changes })}
        </Words>
      )}
      <Row id="total-rows" text={words.rows} value={String(rows)} label={f.said(words.rows, rows)} />
      {openingKinds.map((kind) => (
        <Row
          key={kind}
          id={`total-${kind}`}
          text={words.kinds[kind]}
          value={<Amount fen={sums[kind]} plain />}
          label={f.said(words.kinds[kind], f.amount(sums[kind]))}
        />
      ))}
      <Words as="note" tone="quiet">
        {words.totalsNote({ name: preparedByName })}
      </Words>
    </Card>
  );

  function stateText(): string {
    if (of.mayDecide) return words.waitsForYou;
    if (of.state === "waiting")
      return of.deciderNames.length > 0 ? words.waitsFor({ names: f.names(of.deciderNames) }) : words.waitsForNobody;
    if (!decision) return words.states[of.state];
    return decision.allowed
      ? f.said(words.states[of.state], words.allowed({ name: decision.byName, time: time(decision.at) }))
      : decision.reason === null
        ? words.withdrew({ name: decision.byName })
        : words.returned({ name: decision.byName, reason: decision.reason });
  }
}
