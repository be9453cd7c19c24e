import { type CustomerPage } from "@/features/customers/useCustomer";
import { useUndoMerge } from "@/features/customers/useMerge";
import { open } from "@/features/navigation";
import type { QueryView } from "@/features/query/useApiQuery";
import { routes } from "@/routes";
import { mergeWords } from "@/texts/areas/merge";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Row, Sheet, Words } from "@/ui";

export type MergedClient = NonNullable<CustomerPage["customer"]["merged"]>[number];

/** Clients that have become this one, and the way to make others one with it, for whoever may. */
export function Merged({ page, onUndo }: { page: QueryView<CustomerPage>; onUndo: (merged: MergedClient) => void }) {
  const { t, f } = usePageWords(mergeWords);
  const words = t.merge;
  if (!page.data) return null;
  const { customer, may } = page.data;
  const merged = customer.merged ?? [];
  if (merged.length === 0 && !may.merge) return null;
  return (
    <Card id="merged" flush {...(merged.length > 0 && { title: words.merged })}>
      {merged.map((one) => {
        const { customerId, name, on, byName, undoUntil } = one;
        const note = words.mergedOn({ day: f.day(on), name: byName });
        return (
          <Row
            key={customerId}
            id={`merged-${customerId}`}
            text={name}
            note={
              <Words as="sub" tone="quiet">
                {note}
              </Words>
            }
            {...(undoUntil !== null && {
              value: (
                <Words as="sub" tone="brand">
                  {words.undo({ day: f.day(undoUntil) })}
                </Words>
              ),
              label: f.said(name, note, words.undo({ day: f.day(undoUntil) })),
              onTap: () => onUndo(one),
            })}
          />
        );
      })}
      {may.merge && (
        <Row
          id="merge-other"
          text={words.open}
          label={words.open}
          onTap={() => open(routes.mergeCustomers({ id: customer.customerId }))}
        />
      )}
    </Card>
  );
}

/** What undoing it means, before it is done. */
export function UndoSheet({
  page,
  merged,
  onClose,
}: {
  page: QueryView<CustomerPage>;
  merged: MergedClient;
  onClose: () => void;
}) {
  const { t } = usePageWords(mergeWords);
  const words = t.merge;
  const undo = useUndoMerge(page);
  const run = () =>
    void undo.run({ otherId: merged.customerId }).then((customerId) => {
      if (customerId !== null) onClose();
    });
  return (
    <Sheet
      id="undo-merge"
      title={words.undoTitle({ name: merged.name })}
      onClose={onClose}
      foot={
        <>
          <Button id="undo-not" text={words.keep} grow onTap={onClose} />
          <Button id="undo-now" kind="primary" text={words.undoNow} grow disabled={undo.busy} onTap={run} />
        </>
      }
    >
      <Words>{words.undoText}</Words>
      {undo.failure && <ErrorBlock id="undo-error" failure={undo.failure} onRetry={run} />}
    </Sheet>
  );
}
