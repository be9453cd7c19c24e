import type { LookView } from "@shared/contracts";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePullDown } from "@/features/navigation";
import { useLookMessages } from "@/features/privacy/useLookMessages";
import { useLooks } from "@/features/privacy/usePrivacy";
import { known } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { privacyWords } from "@/texts/areas/privacy";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, Earlier, Empty, ErrorBlock, Loadable, Page, Words } from "@/ui";

/** Every look of somebody else at my visits, check-ins or results: who, when, what. */
export default function Looked() {
  const { t } = usePageWords(meWords, privacyWords);
  const words = t.privacy.looked;
  usePageFrame({ title: t.me.titles.looked });
  const { items, earlier, state, failure, refresh } = useLooks();
  usePullDown(refresh);
  return (
    <Page id="page-looked" title={t.me.titles.looked}>
      <TellMe />
      <Loadable id="looks" state={state} failure={failure} onRetry={() => void refresh()}>
        {items.length === 0 && (
          <Card>
            <Empty text={words.empty} note={words.emptyNote} />
          </Card>
        )}
        {items.map((look) => (
          <Look key={look.lookId} look={look} />
        ))}
        <Earlier id="looks-earlier" earlier={earlier} />
      </Loadable>
      <Words as="note" tone="quiet">
        {words.note}
      </Words>
    </Page>
  );
}

/** Whether a message tells of each look as well. */
function TellMe() {
  const { t } = usePageWords(privacyWords);
  const words = t.privacy.looked;
  const { choice, failure, onChoose } = useLookMessages();
  if (choice === null) return null;
  return (
    <Card id="look-messages" title={words.tellMe}>
      <Choices
        id="tell-me"
        kind="segments"
        label={words.tellMe}
        value={choice}
        options={(["off", "on"] as const).map((value) => ({ value, text: words.tellMeChoices[value] }))}
        onChoose={onChoose}
      />
      <Words as="note" tone="quiet">
        {words.tellMeNote[choice]}
      </Words>
      {failure && <ErrorBlock id="tell-me-error" failure={failure} />}
    </Card>
  );
}

function Look({ look }: { look: LookView }) {
  const { t, f } = usePageWords(privacyWords);
  const words = t.privacy.looked;
  const { byName, visits, pins, reason = null } = look;
  const says = pins ? words.pins : (known(words.what, look.what) ?? words.something);
  return (
    <Card id={`look-${look.lookId}`}>
      <Words as="note" tone="quiet">
        {f.instant(new Date(look.at))}
      </Words>
      <Words as="head">{says({ name: byName })}</Words>
      {reason !== null && <Words as="sub">{words.reason({ reason })}</Words>}
      {[...visits, ...(pins ?? [])].map(({ on, customerName }, index) => (
        <Words key={index} as="sub" tone="quiet">
          {f.said(f.day(on), customerName)}
        </Words>
      ))}
    </Card>
  );
}
