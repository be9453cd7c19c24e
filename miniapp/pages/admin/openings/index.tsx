import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, usePullDown } from "@/features/navigation";
import { type OpeningView, useOpenings } from "@/features/openings/useOpenings";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { routes } from "@/routes";
import { openingsWords } from "@/texts/areas/openings";
import { usePageWords } from "@/texts/pageWords";
import { Card, Loadable, Page, Row } from "@/ui";
import { OnMonitor } from "./OnMonitor";
import { Standing } from "./Standing";
import { stateText } from "./stateText";

/** What members bring along into the first paying day: in the accounts, and the tables that have brought it. */
export default function Openings() {
  const { t } = usePageWords(openingsWords);
  const words = t.openings;
  const may = useCan()("openings.list");
  const wayOut = useWayOut();
  const asked = useOpenings(may === true);
  const isMonitor = useIsMonitor();
  usePullDown(asked.refresh);
  usePageFrame({ title: words.title });
  if (may === false)
    return (
      <Page id="page-openings" title={words.title}>
        <NoRightCard id="openings-back" text={words.noRight} {...wayOut} />
      </Page>
    );
  if (isMonitor) return <OnMonitor asked={asked} />;
  return (
    <Page id="page-openings" title={words.title}>
      <Loadable id="openings" {...asked} onRetry={() => void asked.refresh()}>
        {asked.data && <Standing view={asked.data} />}
        {asked.data && asked.data.items.length > 0 && <Tables items={asked.data.items} />}
      </Loadable>
    </Page>
  );
}

function Tables({ items }: { items: readonly OpeningView[] }) {
  const { t, f } = usePageWords(openingsWords);
  const words = t.openings;
  return (
    <Card id="openings-tables" title={words.tables} flush>
      {items.map((one) => {
        const { importId, fileName, preparedByName, preparedAt } = one;
        const state = stateText(one, words);
        return (
          <Row
            key={importId}
            id={`opening-${importId}`}
            text={fileName}
            note={words.by({ name: preparedByName, time: f.instant(new Date(preparedAt)) })}
            value={state}
            label={f.said(fileName, state)}
            onTap={() => open(routes.opening({ id: importId }))}
          />
        );
      })}
    </Card>
  );
}
