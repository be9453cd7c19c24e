import { open } from "@/features/navigation";
import { useVisit } from "@/features/visits/useVisit";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Button, Card, Loadable, Page, StatusMark, Words } from "@/ui";
import { CheckInHead } from "./CheckInHead";
import { VisitFacts } from "./VisitFacts";

/** A visit that has its record. */
export function VisitRead({ visitId }: { visitId: string }) {
  const { t } = useWords();
  const { data, state, failure, refresh } = useVisit(visitId);
  const visit = data?.visit;
  return (
    <Page
      id="page-visit"
      title={t.field.visit.title}
      bar={
        visit && (
          <Button
            id="visit-record-sale"
            kind="primary"
            grow
            text={t.field.visit.recordSale}
            onTap={() => open(routes.recordSale({ customerId: visit.customerId }))}
          />
        )
      }
    >
      <Loadable id="visit" state={state} failure={failure} onRetry={() => void refresh()}>
        {visit && (
          <>
            <CheckInHead checkIn={visit.checkIn} aside={null} />
            <Card tone={visit.effective ? "ok" : "warn"}>
              <StatusMark about="visit" is={visit.effective ? "effective" : "notCounted"} />
              <Words id="visit-verdict">
                {visit.reason ? t.field.visit.reasons[visit.reason] : t.field.visit.done.effective}
              </Words>
            </Card>
            <VisitFacts visit={visit} />
          </>
        )}
      </Loadable>
    </Page>
  );
}
