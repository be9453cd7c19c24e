import { useState } from "react";
import { companionStateBy } from "@shared/domain/companion";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back } from "@/features/navigation";
import { useQueue } from "@/features/queue/useQueue";
import { serverNow } from "@/features/time";
import { answeredBy, type NamedView, useAnswerNamed, useNamed } from "@/features/visits/useCompanions";
import { routes } from "@/routes";
import { FinalSheet } from "@/components/FinalSheet";
import { known } from "@/texts";
import { companionsWords } from "@/texts/areas/main/companions";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, Words } from "@/ui";

/** Was I there? One tap says so. */
export function Named({ companionId }: { companionId: string }) {
  const { t } = usePageWords(companionsWords);
  const words = t.companions.named;
  usePageFrame({ title: words.title });
  const { data, state, failure, refresh } = useNamed(companionId);
  const command = useAnswerNamed();
  const waiting = answeredBy(useQueue(), companionId);
  const named = data?.named;
  const is = named && stateOf(named);
  const [saysNo, setSaysNo] = useState(false);
  return (
    <Page
      id="page-together"
      title={words.title}
      bar={
        named && is === "open" && !waiting ? (
          <>
            <Button id="named-no" text={words.no} disabled={command.busy} onTap={() => setSaysNo(true)} />
            <Button
              id="named-yes"
              kind="primary"
              grow
              text={words.yes}
              disabled={command.busy}
              onTap={() => void command.run({ named, wasThere: true })}
            />
          </>
        ) : (
          named && <Button id="named-back" grow text={t.common.back} onTap={() => back(routes.today())} />
        )
      }
      over={
        named &&
        saysNo && (
          <FinalSheet
            id="named-no"
            title={words.noTitle}
            now={words.no}
            command={command}
            given={() => ({ given: { named, wasThere: false } })}
            onClose={() => setSaysNo(false)}
            onDone={() => {}}
          >
            <Words>{words.noNote({ by: named.byName })}</Words>
          </FinalSheet>
        )
      }
    >
      <Loadable id="named" state={state} failure={failure} onRetry={() => void refresh()}>
        {named && is && <Asked named={named} is={waiting ? (waiting.wasThere ? "confirmed" : "declined") : is} />}
      </Loadable>
      {waiting && (
        <Card id="named-waits" tone="warn">
          <Words live="polite">{words.waits}</Words>
        </Card>
      )}
      {command.failure && !saysNo && (
        <Card>
          <ErrorBlock id="named-error" failure={command.failure} />
        </Card>
      )}
    </Page>
  );
}

function Asked({ named, is }: { named: NamedView; is: NamedView["state"] }) {
  const { t, f } = usePageWords(companionsWords);
  const words = t.companions.named;
  const { byName: by, customerName: customer, checkedInAt, confirmUntil } = named;
  return (
    <Card id="named" title={customer} {...(is === "confirmed" && { tone: "ok" as const })}>
      <Words as="head" live="polite" id="named-said">
        {is === "open"
          ? words.asks({ by, customer, time: f.instant(new Date(checkedInAt)) })
          : (known(words.said, is) ?? t.common.newer)}
      </Words>
      <Words as="sub" tone="quiet">
        {is === "open"
          ? words.note({ until: f.instant(new Date(confirmUntil)) })
          : f.said(by, f.instant(new Date(checkedInAt)))}
      </Words>
    </Card>
  );
}

const stateOf = ({ state, confirmUntil }: NamedView): NamedView["state"] =>
  companionStateBy({ state, confirmUntil: new Date(confirmUntil) }, serverNow());
