import { useEffect, useState } from "react";
import type { SaleView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { returnReasonFor } from "@shared/domain/returnReasons";
import { tidiedLine } from "@shared/domain/tidyText";
import type { ErrorCode } from "@shared/errors";
import { useCustomers } from "@/features/customers/useCustomers";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, replace, reveal, usePageParams } from "@/features/navigation";
import { capitalFigures } from "@/features/sales/capitalFigures";
import { useKeptSale } from "@/features/sales/queuedSales";
import { useSale } from "@/features/sales/useSale";
import type { SaleField } from "@/features/sales/saleForm";
import { useRestore } from "@/features/sales/useWithdraw";
import { type Seen, useSaleForm } from "@/features/sales/useSaleForm";
import { DraftNote } from "@/components/DraftNote";
import { useKnownDeciders } from "@/features/sales/useKnownDeciders";
import { largeText } from "@/components/largeText";
import { whoConfirms } from "@/components/whoConfirms";
import { routes } from "@/routes";
import { notesWords } from "@/texts/areas/main/notes";
import { queueWords } from "@/texts/areas/main/queue";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { errorSentence } from "@/texts/errorWords";
import { usePageWords, type WordsWith } from "@/texts/pageWords";
import {
  Button,
  Card,
  DateField,
  Empty,
  ErrorBlock,
  Loadable,
  Page,
  Sheet,
  ShowsAmounts,
  StatusMark,
  TextField,
  Toast,
  wantFocus,
  Words,
} from "@/ui";
import { MonthNote } from "../MonthNote";
import { CustomerField } from "./CustomerField";
import { KeptSheet } from "./KeptSheet";
import { Preview } from "./Preview";

/** Where each field stands. */
const partOf: Record<SaleField, string> = {
  customerId: "sale-customer",
  amount: "sale-amount",
  signedOn: "sale-signed-on",
  contractNo: "sale-contract",
};

/** What will this sale bring me? */
export default function RecordSale() {
  // One more sale is a form of its own: what was sent from this one may wait with its draft.
  const [count, setCount] = useState(0);
  return <RecordForm key={count} onAnother={() => setCount(count + 1)} />;
}

function RecordForm({ onAnother }: { onAnother: () => void }) {
  const { t, f, language } = usePageWords(notesWords, queueWords, saleFormsWords, salePagesWords);
  const words = t.sales.record;
  usePageFrame({ title: words.title });
  const params = usePageParams();
  const customers = useCustomers();
  const state = useSaleForm({
    customerId: params.customerId,
    saleId: params.saleId,
    likeSaleId: params.likeSaleId,
    draft: params.draft,
  });
  const { draft, faults, amountFen, tooLargeFrom, today, signedOn, dayNote, busy, failure, withdraw, queued } = state;
  const { form, change, savedAt, refused } = draft;
  const [sent, setSent] = useState<{
    sale: SaleView;
    waits: boolean;
    deciderNames: readonly string[];
    isEstimated: boolean;
  } | null>(null);
  const keptState = useKeptSale(sent?.waits ? sent.sale : null);
  const { arrived } = keptState;
  // Whoever was quicker than the server's word on who confirms asks once more.
  const isUnnamed = sent !== null && !sent.waits && sent.deciderNames.length === 0;
  const named = useSale(isUnnamed ? sent.sale.saleId : "").data?.sale;
  // Kept on this phone until the server has it, which it may while its sheet is open.
  const submitted = sent && (sent.waits ? arrived : sent.sale);
  const kept = sent && !submitted ? sent.sale : null;
  const { drop } = draft;
  const hasArrived = arrived !== null;
  useEffect(() => {
    // The queue has taken its draft along, which this page may have been about to save.
    if (hasArrived) drop();
  }, [hasArrived, drop]);
  // What was read of it before it was corrected and sent is over.
  const returned = sent ? null : state.returned;
  const [takenBack, setTakenBack] = useState<SaleView | null>(null);
  const restore = useRestore();
  const { preview } = state;
  const told = typeof preview === "object" ? (preview.answer?.deciderNames ?? null) : null;
  const deciderNames = useKnownDeciders(told);
  const isEstimated = typeof preview === "object" && preview.answer === null && preview.gains.length > 0;
  const amount = amountFen === null ? null : amountText(amountFen);

  async function submit(seen?: Seen) {
    const answer = await state.submit(seen);
    if (typeof answer === "string") {
      wantFocus(partOf[answer]);
      reveal(partOf[answer]);
    } else if (answer) setSent({ ...answer, deciderNames, isEstimated });
  }

  function another() {
    // A correction ends with its sale, and a draft that was opened with it.
    if (params.saleId || params.draft) replace(routes.recordSale());
    else onAnother();
  }

  async function undo() {
    const withdrawn = submitted && (await withdraw.run(submitted));
    if (!withdrawn) return;
    // What was corrected is withdrawn with its sale: there is nothing to go on with here.
    if (params.saleId) return void replace(routes.sale({ id: params.saleId }));
    setSent(null);
    setTakenBack(withdrawn);
  }

  /** The tap on 撤回 was the wrong one: the sale waits again, and its page says so, or why it cannot. */
  async function undoTakingBack() {
    if (!takenBack) return;
    await restore.run(takenBack);
    replace(routes.sale({ id: takenBack.saleId }));
  }

  /** It has arrived as it was sent first, or was decided: what stands here has done its work. */
  function leaveFor(saleId: string) {
    state.letGo();
    replace(routes.sale({ id: saleId }));
  }

  const { old, arrivedSaleId, repeated } = state;
  if (old && !returned && !sent && !busy)
    return (
      <Page id="page-record" title={words.title}>
        <Card>
          <Loadable id="old-sale" {...old} onRetry={() => void old.refresh()}>
            {state.notReturned && (
              <Empty
                text={words.notReturned}
                action={{
                  id: "see-old-sale",
                  text: words.seeSale,
                  onTap: () => leaveFor(params.saleId ?? ""),
                }}
              />
            )}
          </Loadable>
        </Card>
      </Page>
    );
  const buttonText = busy
    ? words.sending
    : amount === null
      ? words.submitEmpty
      : returned
        ? words.resubmit({ amount })
        : words.submit({ amount });
  return (
    <Page
      id="page-record"
      title={words.title}
      // The date's own field may lie below what fits on the screen.
      barNote={
        dayNote && (
          <Words as="sub" tone="warn" id="sale-day-note" live="polite">
            {dayNote.kind === "followed"
              ? words.dayFollowed({ today: f.day(today), from: f.day(dayNote.from) })
              : words.dayReckoned({ today: f.day(today) })}
          </Words>
        )
      }
      bar={
        sent ? null : (
          <Button
            id="sale-submit"
            kind="primary"
            grow
            text={buttonText}
            // Where something is missing, a tap says what, and leads there.
            disabled={busy}
            onTap={() => void submit()}
          />
        )
      }
      over={
        // About what has just been typed.
        <ShowsAmounts>
          {sent && kept && (
            <KeptSheet
              kept={kept}
              isEstimated={sent.isEstimated}
              state={keptState}
              onAnother={another}
              onGoOn={() => setSent(null)}
            />
          )}
          {sent && submitted && (
            <Sheet
              id="submitted"
              title={`${submitted.customerName}  ${amountText(submitted.amountFen)} ${t.common.yuan}`}
              onClose={another}
              foot={
                <>
                  <Button id="record-another" text={words.another} grow onTap={another} />
                  <Button
                    id="see-sale"
                    kind="primary"
                    grow
                    text={words.seeSale}
                    onTap={() => replace(routes.sale({ id: submitted.saleId }))}
                  />
                </>
              }
            >
              <Words id="submitted-words" live="polite">
                {words.done({
                  names: whoConfirms(arrived?.deciderNames ?? named?.deciderNames ?? sent?.deciderNames ?? [], t, f),
                })}
              </Words>
              <MonthNote signedOn={submitted.signedOn} />
              <Button
                id="undo-submit"
                kind="quiet"
                small
                text={t.salePages.detail.withdraw}
                disabled={withdraw.busy}
                onTap={() => void undo()}
              />
              {withdraw.failure && <ErrorBlock failure={withdraw.failure} />}
            </Sheet>
          )}
          {state.asked && amount !== null && (
            <Sheet
              id="large-amount"
              title={words.large.title({ amount })}
              onClose={state.asked.forget}
              foot={
                <>
                  <Button id="large-change" text={words.large.change} grow onTap={state.asked.forget} />
                  <Button
                    id="large-submit"
                    kind="primary"
                    grow
                    text={words.large.submit}
                    onTap={() => void submit({ largeAmount: true })}
                  />
                </>
              }
            >
              <Words id="large-words">{largeText(state.asked.than, null, { t, f })}</Words>
            </Sheet>
          )}
          {repeated && amount !== null && (
            <Sheet
              id="repeated-sale"
              title={words.repeated.title}
              onClose={repeated.forget}
              foot={
                <>
                  <Button
                    id="repeated-two"
                    text={words.repeated.two}
                    grow
                    onTap={() => void submit({ repeat: true })}
                  />
                  <Button
                    id="repeated-same"
                    kind="primary"
                    grow
                    text={words.repeated.same}
                    onTap={() => leaveFor(repeated.saleId)}
                  />
                </>
              }
            >
              <Words id="repeated-words">
                {words.repeated[repeated.isKept ? "textKept" : "text"]({
                  ...{ day: f.day(signedOn), amount, at: f.instant(new Date(repeated.submittedAt)) },
                })}
              </Words>
            </Sheet>
          )}
          {takenBack && (
            <Toast
              text={words.withdrawn}
              undoText={t.salePages.detail.restore}
              onUndo={() => void undoTakingBack()}
              onGone={() => setTakenBack(null)}
            />
          )}
        </ShowsAmounts>
      }
    >
      {returned?.returnReason && (
        <Card tone="warn">
          <Words id="return-reason">
            {words.returned({ reason: returnReasonFor(returned.returnReason, language) })}
          </Words>
        </Card>
      )}
      {failure && (
        <Card>
          {arrivedSaleId ? (
            <>
              <ErrorBlock id="sale-error" failure={failure} />
              <Button id="see-arrived" text={words.seeSale} onTap={() => leaveFor(arrivedSaleId)} />
            </>
          ) : (
            <ErrorBlock id="sale-error" failure={failure} onRetry={() => void submit()} />
          )}
        </Card>
      )}
      {queued && !sent && !busy ? (
        <Card id="sale-queued" tone="warn">
          <StatusMark about="queue" is={queued.look} />
          <Words>{words.changesQueued}</Words>
          <Button id="sale-to-queue" kind="quiet" small text={t.queue.open} onTap={() => open(routes.queue())} />
        </Card>
      ) : (
        <DraftNote draft={draft} />
      )}
      <Card>
        <CustomerField
          served={customers}
          chosenId={form.customerId}
          fault={faults.customerId ? words.faults.customerId : null}
          onChoose={(customerId) => change({ customerId })}
        />
        <TextField
          id="sale-amount"
          kind="money"
          required
          label={words.amount}
          hint={words.amountHint}
          unit={t.common.yuan}
          lengthMax={40}
          value={form.amount}
          aside={amountFen === null || language !== "zh-CN" ? undefined : capitalFigures(amountFen)}
          fault={
            tooLargeFrom === null
              ? amountWords(faults.amount, { t, language })
              : words.faults.amountTooLarge({ max: f.sales(tooLargeFrom) })
          }
          onChange={(typed) => change({ amount: typed })}
          onLeave={state.leaveAmount}
          onEnter={() => void submit()}
        />
      </Card>
      {/* A sale that was sent is not told of as one to come. */}
      {!sent && tooLargeFrom === null && (
        <Preview
          preview={preview}
          deciders={whoConfirms(deciderNames, t, f)}
          amountFen={amountFen}
          signedOn={state.signedOn}
        />
      )}
      <Card>
        <DateField
          id="sale-signed-on"
          required
          label={words.signedOn}
          value={signedOn}
          max={today}
          shown={signedOn && `${f.dayWithWeekday(signedOn)}${signedOn === today ? ` ${words.todayWord}` : ""}`}
          fault={faults.signedOn && isCode(faults.signedOn) ? errorSentence(faults.signedOn, { t, language }) : null}
          onChange={(chosen) => change({ signedOn: chosen })}
        />
        <TextField
          id="sale-contract"
          label={words.contractNo}
          hint={words.contractNoHint}
          lengthMax={60}
          value={form.contractNo}
          fault={faults.contractNo ? words.faults.contractNo : null}
          onChange={(contractNo) => change({ contractNo: tidiedLine(contractNo) })}
          onEnter={() => void submit()}
        />
      </Card>
      {refused ? (
        <Words as="sub" tone="warn" id="draft-refused" live="polite">
          {t.common.draftRefused}
        </Words>
      ) : (
        savedAt && (
          <Words as="note" tone="quiet" id="draft-saved">
            {words.draftSaved({ time: savedAt })}
          </Words>
        )
      )}
    </Page>
  );
}

const isCode = (fault: ErrorCode | "missing" | "noSum"): fault is ErrorCode => fault !== "missing" && fault !== "noSum";

function amountWords(
  fault: ErrorCode | "missing" | "noSum" | undefined,
  { t, language }: Pick<WordsWith<typeof saleFormsWords>, "t" | "language">,
): string | null {
  if (!fault) return null;
  return isCode(fault)
    ? errorSentence(fault, { t, language })
    : t.sales.record.faults[fault === "noSum" ? "amountNoSum" : "amountFen"];
}
