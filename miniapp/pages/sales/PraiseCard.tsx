import { View } from "@tarojs/components";
import type { PraiseView } from "@shared/contracts";
import { usePraise } from "@/features/sales/usePraise";
import { known } from "@/texts";
import { meWords } from "@/texts/areas/main/me";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Words } from "@/ui";
import "./PraiseCard.scss";

/** A leader's word about a confirmed sale: in the group, word for word as it will stand there, or to the rep alone. */
export function PraiseCard({ saleId }: { saleId: string }) {
  const { t } = usePageWords(salePagesWords);
  const { praise, give } = usePraise(saleId);
  const words = t.salePages.praise;
  const { data, state, failure, refresh } = praise;
  const busy = give.group.busy || give.private.busy || give.ask.busy;
  const failed = give.group.failure ?? give.private.failure ?? give.ask.failure;
  return (
    <Card id="sale-praise" title={words.title}>
      <Loadable id="praise" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            <InGroup
              praise={data}
              busy={busy}
              onGive={() => void give.group.run(data)}
              onAsk={() => void give.ask.run(data)}
            />
            {data.said.private ? (
              <Said id="praise-thanked" said={data.said.private} way="private" />
            ) : (
              <Button
                id="praise-private"
                text={words.private}
                disabled={busy}
                onTap={() => void give.private.run(data)}
              />
            )}
            {failed && <ErrorBlock id="praise-failed" failure={failed} />}
          </>
        )}
      </Loadable>
    </Card>
  );
}

interface InGroupProps {
  praise: PraiseView;
  busy: boolean;
  onGive: () => void;
  onAsk: () => void;
}

function InGroup({ praise, busy, onGive, onAsk }: InGroupProps) {
  const { t } = usePageWords(meWords, salePagesWords);
  const words = t.salePages.praise;
  const { repName, publicPraise, group, said } = praise;
  if (said.group) return <Said id="praise-said" said={said.group} way="group" />;
  if (publicPraise === "no") return <Words tone="quiet">{words.notWanted({ name: repName })}</Words>;
  // A wish that only a later version knows is no leave to praise in public.
  if (!known(t.me.praises, publicPraise)) return <Words tone="quiet">{t.common.newer}</Words>;
  if (group === null) return <Words tone="quiet">{words.noGroup}</Words>;
  // Answered in private, it is not for the group.
  if (publicPraise === "ask" && said.private) return null;
  if (publicPraise === "ask" && said.ask) return <Words live="polite">{words.waitsForAnswer({ name: repName })}</Words>;
  return (
    <>
      <Words as="sub" tone="quiet">
        {publicPraise === "ask" ? words.askFirst({ name: repName }) : words.willSay({ group: group.unitName })}
      </Words>
      <View className="praise-quote">
        <Words id="praise-text">{group.text}</Words>
      </View>
      {publicPraise === "ask" ? (
        <Button id="praise-ask" text={words.ask({ name: repName })} disabled={busy} onTap={onAsk} />
      ) : (
        <Button id="praise-group" text={words.group} disabled={busy} onTap={onGive} />
      )}
    </>
  );
}

function Said({
  id,
  said,
  way,
}: {
  id: string;
  said: NonNullable<PraiseView["said"]["group"]>;
  way: "group" | "private";
}) {
  const { t, f } = usePageWords(salePagesWords);
  const words = t.salePages.praise;
  const who = { name: said.byName, time: f.instant(new Date(said.at)) };
  return (
    <Words id={id} live="polite" tone={said.state === "unsure" ? "warn" : "plain"}>
      {words.said[way](who)}
      {said.state === "sent" ? "" : known(words.state, said.state)}
    </Words>
  );
}
