import { useAbsence } from "@/features/approvals/useAbsence";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { back } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { routes } from "@/routes";
import { awayWords } from "@/texts/areas/away";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Loadable, Page, Words } from "@/ui";
import { AwayForm } from "./AwayForm";

/** Who decides when I am not here, and in whose place do I decide? */
export default function Away() {
  const { t, f } = usePageWords(awayWords);
  const words = t.away;
  usePageFrame({ title: t.common.away.title });
  const me = useMe();
  const { data, state, failure, refresh } = useAbsence();
  return (
    <Page id="page-away" title={t.common.away.title}>
      <Loadable id="away" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <>
            {data.standsInFor.length > 0 && (
              <Card id="stands-in">
                {data.standsInFor.map(({ name, from, to }) => (
                  <Words key={`${name}${from}`}>{words.standsIn({ name, from: f.day(from), to: f.day(to) })}</Words>
                ))}
              </Card>
            )}
            {me.data?.leads.length === 0 && data.absence === null ? (
              <Card id="away-nobody">
                <Empty
                  text={data.isOfficer ? words.officer : words.leadsNothing}
                  action={{ id: "away-back", text: t.common.back, onTap: () => back(routes.me()) }}
                />
              </Card>
            ) : (
              <AwayForm read={data} />
            )}
          </>
        )}
      </Loadable>
    </Page>
  );
}
