import { useIsMonitor } from "@/features/frame/useIsMonitor";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { useLooksSought } from "@/features/office/useAllLooks";
import { useCan } from "@/features/session/useMe";
import { useWayOut } from "@/features/session/useWayOut";
import { NoRightCard } from "@/components/NoRightCard";
import { auditWords } from "@/texts/areas/audit";
import { usePageWords } from "@/texts/pageWords";
import { Page } from "@/ui";
import { LookList } from "./LookList";
import { OnMonitor } from "./OnMonitor";

/** Who has looked at whose positions, visits, results and pay, of one person and of a day where that is said. */
export default function Audit() {
  const { t } = usePageWords(auditWords);
  const words = t.audit;
  usePageFrame({ title: words.title });
  const wayOut = useWayOut();
  // Asked for above both, so that a window may change its width.
  const sought = useLooksSought();
  const isMonitor = useIsMonitor();
  if (useCan()("audit.looks") === false)
    return (
      <Page id="page-audit" title={words.title}>
        <NoRightCard id="audit-back" text={words.noRight} {...wayOut} />
      </Page>
    );
  return isMonitor ? <OnMonitor sought={sought} /> : <LookList sought={sought} />;
}
