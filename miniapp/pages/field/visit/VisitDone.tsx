import type { VisitView } from "@shared/contracts";
import { useHomeTab } from "@/features/frame/useHomeTab";
import { open, replace } from "@/features/navigation";
import { useVisit } from "@/features/visits/useVisit";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { usePageWords } from "@/texts/pageWords";
import { Button, Page } from "@/ui";
import { Companions } from "./Companions";
import { Earned } from "./Earned";
import { NewPeople } from "./NewPeople";
import { StandingCard } from "./StandingCard";
import { VisitFacts } from "./VisitFacts";

/** It counts, or why not; and what comes next. */
export function VisitDone({ visit }: { visit: VisitView }) {
  const { t } = usePageWords(fieldWords);
  const words = t.field.visit;
  const home = useHomeTab();
  // Who was named from here is known once the server has heard it.
  const { companions = [] } = useVisit(visit.visitId).data ?? {};
  return (
    <Page
      id="page-visit"
      title={words.title}
      bar={
        <>
          <Button id="visit-to-today" text={words.toToday({ home })} onTap={() => open(routes.today())} />
          <Button
            id="visit-record-sale"
            kind="primary"
            grow
            text={words.recordSale}
            onTap={() => replace(routes.recordSale({ customerId: visit.customerId }))}
          />
        </>
      }
    >
      <StandingCard id="visit-done" visit={visit} />
      <Earned visit={visit} />
      <VisitFacts visit={visit} />
      <NewPeople visit={visit} />
      <Companions visit={visit} companions={companions} />
    </Page>
  );
}
