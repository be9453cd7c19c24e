import { useMyExports } from "@/features/exports/useExports";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { usePageParams, usePullDown } from "@/features/navigation";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { exportsWords } from "@/texts/areas/exports";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Loadable, Page } from "@/ui";
import { Decide } from "./Decide";
import { ExportCard } from "./ExportCard";
import { NewExport } from "./NewExport";

/** What I take away as tables; or one of somebody else's, on which I decide. */
export default function Exports() {
  const { t } = usePageWords(exportsWords);
  const { id } = usePageParams();
  const title = t.exports.title;
  usePageFrame({ title });
  return id ? <Decide exportId={id} title={title} /> : <Mine title={title} />;
}

function Mine({ title }: { title: string }) {
  const { t } = usePageWords(exportsWords);
  const wayOut = useWayOut();
  const { data, state, failure, refresh } = useMyExports();
  usePullDown(refresh);
  return (
    <Page id="page-exports" title={title}>
      {useCan()("exports.create") === false ? (
        <NoRightCard id="exports-back" text={t.exports.noRight} {...wayOut} />
      ) : (
        <NewExport />
      )}
      <Loadable id="exports" state={state} failure={failure} onRetry={() => void refresh()}>
        {data?.items.length === 0 && (
          <Card>
            <Empty text={t.exports.none} note={t.exports.noneNote} />
          </Card>
        )}
        {data?.items.map((one) => (
          <ExportCard key={one.exportId} of={one} />
        ))}
      </Loadable>
    </Page>
  );
}
