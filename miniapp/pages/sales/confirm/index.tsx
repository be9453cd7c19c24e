import { useState } from "react";
import type { SaleView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { openedWith } from "@/features/frame/openedWith";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open, replace } from "@/features/navigation";
import { ReasonSheet } from "@/components/ReasonSheet";
import { routes } from "@/routes";
import { useDecision, useSale } from "@/features/sales/useSale";
import { useApprovals } from "@/features/todos/useTodos";
import { useSession } from "@/features/session/sessionStore";
import { notesWords } from "@/texts/areas/main/notes";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Button, Card, ErrorBlock, Loadable, Page, ShowsAmounts, Skeleton, Words } from "@/ui";
import { FinalNote } from "../FinalNote";
import { MonthNote } from "../MonthNote";
import { PraiseCard } from "../PraiseCard";
import { SaleFacts } from "../SaleFacts";
import { TeamEffect } from "./TeamEffect";
import { LargeSheet, ToLookAt } from "./ToLookAt";

/** Confirm or return, with the numbers that matter. Opened by the list, or by a message. */
export default openedWith({ id: "id" }, ConfirmSale);

function ConfirmSale({ id }: { id: string }) {
  const { t, f } = usePageWords(notesWords, saleFormsWords, salePagesWords);
  const words = t.sales.confirm;
  const memberId = useSession((session) => session.memberId);
  const { data, state, failure, refresh } = useSale(id);
  const { confirm, giveBack } = useDecision();
  const [returning, setReturning] = useState(false);
  const [asking, setAsking] = useState(false);
  const [decided, setDecided] = useState<SaleView | null>(null);
  // The answer at hand is newer than what was read before it.
  const sale = decided && data && decided.revision >= data.sale.revision ? decided : data?.sale;
  const title = sale && sale.state !== "submitted" ? t.salePages.detail.title : words.title;
  usePageFrame({ title });
  const failed = confirm.failure ?? giveBack.failure;
  // Who has decided is led to the next one.
  const toDecide = useApprovals(decided !== null);
  const next = toDecide.data?.items.find(({ kind, subjectId }) => kind === "sale" && subjectId !== id);

  const large = data?.toLookAt?.large ?? null;

  async function decide(seen: SaleView) {
    setAsking(false);
    const answer = await confirm.run({ sale: seen, largeAmountSeen: large !== null });
    if (answer) setDecided(answer);
    // Somebody was quicker: what it has become is shown at once, with the sentence that says so.
    else void refresh();
  }

  /** The same again where only the way was broken; else what is there now. */
  function tryAgain() {
    if (confirm.failure?.mayRetry && sale) return void decide(sale);
    confirm.forget();
    giveBack.forget();
    void refresh();
  }

  return (
    <Page
      id="page-confirm"
      title={title}
      bar={
        decided ? (
          <>
            <Button
              id="decided-to-list"
              kind={next ? "plain" : "primary"}
              grow
              text={words.toList}
              onTap={() => open(routes.approvals())}
            />
            {next && (
              <Button
                id="decided-next"
                kind="primary"
                grow
                text={words.next}
                onTap={() => replace(routes.confirmSale({ id: next.subjectId }))}
              />
            )}
          </>
        ) : (
          sale?.mayDecide &&
          sale.state === "submitted" && (
            <>
              <Button id="sale-return" text={words.return} disabled={confirm.busy} onTap={() => setReturning(true)} />
              <Button
                id="sale-confirm"
                kind="primary"
                grow
                text={words.confirm({ amount: amountText(sale.amountFen) })}
                disabled={confirm.busy}
                onTap={() => (large === null ? void decide(sale) : setAsking(true))}
              />
            </>
          )
        )
      }
      over={
        sale &&
        (asking && large !== null ? (
          <LargeSheet sale={sale} large={large} onYes={() => void decide(sale)} onClose={() => setAsking(false)} />
        ) : returning ? (
          <ReasonSheet
            id="return"
            title={words.returnTitle}
            note={words.returnNote({ name: sale.rep.name })}
            reasons={Object.values(words.reasons)}
            hint={words.reasonHint}
            missing={words.reasonMissing}
            send={words.sendBack}
            busy={giveBack.busy}
            failure={giveBack.failure}
            onClose={() => setReturning(false)}
            onSend={(reason) =>
              void giveBack.run({ sale, reason }).then((answer) => {
                if (!answer) void refresh();
                if (!answer) return;
                setDecided(answer);
                setReturning(false);
              })
            }
          />
        ) : null)
      }
    >
      <Loadable
        id="sale"
        state={state}
        failure={failure}
        onRetry={() => void refresh()}
        skeleton={
          <Card>
            <Skeleton />
          </Card>
        }
      >
        {decided && (
          <Card tone={decided.state === "confirmed" ? "ok" : "warn"} id="decided">
            <Words as="head" live="polite" id="decided-words">
              {decided.state === "confirmed"
                ? words.confirmed({ names: f.names((data?.countsFor ?? []).map(({ name }) => name)) })
                : words.returned({ name: decided.rep.name })}
            </Words>
          </Card>
        )}
        {sale?.mayPraise && <PraiseCard saleId={sale.saleId} />}
        {failed && !returning && !decided && (
          <Card>
            <ErrorBlock id="decide-error" failure={failed} onRetry={tryAgain} />
          </Card>
        )}
        {sale && data && (
          <ShowsAmounts>
            <SaleFacts {...data} sale={sale} forDecision />
          </ShowsAmounts>
        )}
        {sale && sale.state === "submitted" && (
          <>
            {data?.toLookAt && <ToLookAt sale={sale} toLookAt={data.toLookAt} />}
            {data?.toLookAt?.isFirstOrder && (
              <Words as="sub" id="first-order">
                {t.notes.firstOrder}
              </Words>
            )}
            <MonthNote signedOn={sale.signedOn} />
            <TeamEffect effects={data?.teamEffects ?? []} />
            <Words as="note" tone="quiet" id="sale-decides">
              {words.decides}
            </Words>
          </>
        )}
        {sale && <FinalNote sale={sale} />}
        {sale?.rep.memberId === memberId && (
          <Words tone="quiet" id="own-sale">
            {words.own}
          </Words>
        )}
      </Loadable>
    </Page>
  );
}
