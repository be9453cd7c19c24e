import type { MergePreview } from "@/features/customers/useMerge";
import { stageText } from "@/components/stageText";
import type { Formats } from "@/texts";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { fieldWords } from "@/texts/areas/main/field";
import { mergeWords } from "@/texts/areas/merge";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Card, Row, Words } from "@/ui";

/** The pair side by side, what goes where, and what it means for pay. */
export function MergeFacts({ preview }: { preview: MergePreview }) {
  const { t, f } = usePageWords(customerPagesWords, mergeWords);
  const words = t.merge;
  const { kept, other, sites, contacts, tags, externalIds, helperNames, fault, undoUntil } = preview;
  const names = f.names(kept.ownerNames);
  const moved = (isAdded: boolean) => (isAdded ? words.added : words.same);
  const goes: [id: string, label: string, value: string][] = [
    ...sites.map(({ name, address, isAdded }, n): [string, string, string] => [
      `site-${n}`,
      words.site({ name, address }),
      moved(isAdded),
    ]),
    ...contacts.map(({ name, isAdded }, n): [string, string, string] => [
      `contact-${n}`,
      words.contact({ name }),
      moved(isAdded),
    ]),
    ...(tags.length === 0 ? [] : [["tags", t.customerPages.detail.tags, f.names(tags)] as [string, string, string]]),
    ...externalIds.map(({ system, id }, n): [string, string, string] => [
      `number-${n}`,
      t.customerPages.detail.numbers,
      `${system} ${id}`,
    ]),
    ["history", words.history, words.historyOf({ visits: other.visitCount, sales: other.saleCount })],
    ["owners", t.customerPages.detail.owners, kept.ownerNames.length === 0 ? t.customerPages.detail.nobody : names],
    ...(helperNames.length === 0
      ? []
      : [["beside", t.customerPages.detail.coServed, f.names(helperNames)] as [string, string, string]]),
  ];
  return (
    <>
      {kept.creditCode && other.creditCode && kept.creditCode !== other.creditCode && (
        <Card id="merge-codes" tone="warn">
          <Words live="polite">{words.codesDiffer({ kept: kept.creditCode, other: other.creditCode })}</Words>
        </Card>
      )}
      {fault !== null && (
        <Card id="merge-fault" tone="warn">
          <Words live="polite">{words.faults[fault]}</Words>
        </Card>
      )}
      <Side id="kept" title={words.stays} side={kept} />
      <Side id="other" title={words.goes} side={other} />
      <Card id="merge-goes" title={words.what({ other: other.shortName, kept: kept.shortName })} flush>
        {goes.map(([id, label, value]) => (
          <Row key={id} id={`goes-${id}`} text={label} value={<Words as="sub">{value}</Words>} />
        ))}
      </Card>
      <Card id="merge-pay" title={words.pay}>
        {payWords(preview, t, f).map((sentence) => (
          <Words key={sentence}>{sentence}</Words>
        ))}
      </Card>
      <Words as="note" tone="quiet" id="merge-undo-until">
        {words.undoUntil({ day: f.day(undoUntil) })}
      </Words>
    </>
  );
}

function Side({ id, title, side }: { id: string; title: string; side: MergePreview["kept"] }) {
  const { t, f } = usePageWords(customerPagesWords, fieldWords, mergeWords);
  const { name, grade, stage, address, ownerNames, visitCount, saleCount } = side;
  const words = t.merge;
  const about = [
    ownerNames.length === 0 ? t.customers.ownedByNobody : t.customerPages.edit.ownedBy({ names: f.names(ownerNames) }),
    [
      t.field.list.grade({ grade }),
      stageText(stage, t),
      words.historyOf({ visits: visitCount, sales: saleCount }),
    ].join(" · "),
    ...(address === null ? [] : [address]),
  ];
  return (
    <Card id={`side-${id}`} title={title}>
      <Words>{name}</Words>
      {about.map((line) => (
        <Words key={line} as="sub" tone="quiet">
          {line}
        </Words>
      ))}
    </Card>
  );
}

/** What changes for whom, and what does not. */
function payWords(
  { kept, other, areOwnersOther, ownersFrom }: MergePreview,
  t: TextsWith<typeof customerPagesWords | typeof mergeWords>,
  f: Formats,
): string[] {
  const words = t.merge;
  const day = f.day(ownersFrom);
  const owners = kept.ownerNames.length === 0 ? t.customerPages.detail.nobody : f.names(kept.ownerNames);
  return [
    words.payStays,
    ...(areOwnersOther ? [words.payOwners({ day, owners, name: other.shortName })] : []),
    ...(other.waitingCount > 0 ? [words.payWaiting({ name: other.shortName, count: other.waitingCount })] : []),
    words.payFirst[kept.hasFirstOrder || other.hasFirstOrder ? "had" : "open"],
    words.payVisits({ day }),
  ];
}
