import { useState } from "react";
import { tidiedLine } from "@shared/domain/tidyText";
import { useCustomer } from "@/features/customers/useCustomer";
import { useMerge, useMergePreview } from "@/features/customers/useMerge";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { replace } from "@/features/navigation";
import { routes } from "@/routes";
import { mergeWords } from "@/texts/areas/merge";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, TextField, Words } from "@/ui";
import { ChooseOther } from "./ChooseOther";
import { MergeFacts } from "./MergeFacts";

/** Are these two one client, and what goes where if they are? */
export default openedWith({ id: "id", other: "id?" }, MergeCustomers);

function MergeCustomers({ id, other = null }: { id: string; other?: string | null }) {
  const { t } = usePageWords(mergeWords);
  const words = t.merge;
  usePageFrame({ title: words.title });
  const page = useCustomer(id);
  const { preview, swap } = useMergePreview(id, other);
  const merge = useMerge(preview);
  const [reason, setReason] = useState("");
  const { data } = preview;
  const { state, failure, refresh } = other === null ? page : preview;
  return (
    <Page
      id="page-merge"
      title={words.title}
      {...(data && {
        bar: (
          <Button
            id="merge"
            kind="primary"
            grow
            text={merge.busy ? words.merging : words.merge({ name: data.kept.shortName })}
            disabled={merge.busy || data.fault !== null}
            onTap={() =>
              void merge
                .run({ reason })
                .then(
                  (customerId) =>
                    customerId &&
                    replace(data.opens === false ? routes.duplicates() : routes.customer({ id: customerId })),
                )
            }
          />
        ),
      })}
    >
      {merge.failure && (
        <Card>
          <ErrorBlock id="merge-error" failure={merge.failure} onRetry={() => void merge.run({ reason })} />
        </Card>
      )}
      {other === null && page.data && (
        <ChooseOther
          page={page.data}
          onChoose={(otherId) =>
            replace(routes.mergeCustomers({ id: page.data?.customer.customerId ?? id, other: otherId }))
          }
        />
      )}
      {data && (
        <>
          <Button
            id="merge-swap"
            kind="plain"
            text={words.swap({ name: data.other.shortName })}
            disabled={merge.busy}
            onTap={() => {
              // Of two the other way round it is another command.
              merge.forget();
              swap();
            }}
          />
          <MergeFacts preview={data} />
          <Card>
            <TextField
              id="merge-reason"
              label={words.reason}
              hint={words.reasonHint}
              lengthMax={200}
              value={reason}
              onChange={(typed) => setReason(tidiedLine(typed))}
            />
          </Card>
        </>
      )}
      {state !== "ready" && (
        <Card>
          <Loadable id="merge" state={state} failure={failure} onRetry={() => void refresh()}>
            {null}
          </Loadable>
          {failure?.noRight && (
            <Words as="sub" tone="quiet">
              {words.whoMay}
            </Words>
          )}
        </Card>
      )}
    </Page>
  );
}
