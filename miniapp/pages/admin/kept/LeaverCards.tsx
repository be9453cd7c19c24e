import { useState } from "react";
import { usePullDown } from "@/features/navigation";
import { type Erased, useLeaver } from "@/features/privacy/useKept";
import { keptWords } from "@/texts/areas/kept";
import { usePageWords } from "@/texts/pageWords";
import type { kept } from "@/texts/zhCN/kept";
import { Button, Card, Loadable, Page, Row, Words } from "@/ui";
import { EraseSheet } from "./EraseSheet";

type Counts = Erased["erased"];
const kinds = ["positions", "proposals", "photos", "devices", "messages", "reports", "refusals"] as const;

/** What would go of one person, what has to stay and why, and what has gone. */
export function LeaverCards({ memberId, title }: { memberId: string; title: string }) {
  const { t, f } = usePageWords(keptWords);
  const words = t.kept;
  const { data, state, failure, refresh } = useLeaver(memberId);
  usePullDown(refresh);
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState<Counts | null>(null);
  return (
    <Page
      id="page-leaver"
      title={title}
      over={
        asks &&
        data && (
          <EraseSheet
            memberId={memberId}
            name={data.name}
            words={words}
            onClose={() => setAsks(false)}
            onDone={({ erased }) => setDone(erased)}
          />
        )
      }
    >
      <Loadable id="leaver" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            {done && (
              <Card tone="ok" id="erased" title={words.done}>
                <CountRows counts={done} words={words} none={words.doneNothing} />
              </Card>
            )}
            <Card id="goes" title={f.said(data.name, words.goes)}>
              {data.leftOn && (
                <Words as="sub" tone="quiet">
                  {words.left({ day: f.day(data.leftOn) })}
                </Words>
              )}
              <CountRows counts={data.goes} words={words} none={words.goesNothing} />
              {data.earlier.map(({ at, byName }) => (
                <Words key={at} as="sub" tone="quiet">
                  {words.earlier({ time: f.instant(new Date(at)), name: byName })}
                </Words>
              ))}
            </Card>
            <Card id="stays" title={words.stays}>
              {(["work", "pay", "audit", "phone"] as const).map((kind) => (
                <Words key={kind} as="sub">
                  {words.stay[kind]}
                </Words>
              ))}
            </Card>
            {kinds.some((kind) => data.goes[kind] > 0) && (
              <Button
                id="erase"
                kind="danger"
                text={words.erase}
                onTap={() => {
                  setDone(null);
                  setAsks(true);
                }}
              />
            )}
          </>
        )}
      </Loadable>
    </Page>
  );
}

function CountRows({ counts, words, none }: { counts: Counts; words: typeof kept; none: string }) {
  const some = kinds.filter((kind) => counts[kind] > 0);
  if (some.length === 0) return <Words>{none}</Words>;
  return (
    <>
      {some.map((kind) => (
        <Row
          key={kind}
          text={words.kinds[kind]}
          value={<Words as="sub">{words.many({ count: String(counts[kind]) })}</Words>}
        />
      ))}
    </>
  );
}
