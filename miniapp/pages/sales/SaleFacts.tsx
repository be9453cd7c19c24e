import { View } from "@tarojs/components";
import { useState } from "react";
import type { AnswerOf, FootstepView } from "@shared/contracts";
import { remindAfterMs } from "@shared/domain/approval";
import { returnReasonFor } from "@shared/domain/returnReasons";
import { footstepsMax } from "@shared/domain/sale";
import { open } from "@/features/navigation";
import { CorrectedSheet } from "@/components/CorrectedSheet";
import { useMe } from "@/features/session/useMe";
import { useSession } from "@/features/session/sessionStore";
import { useRecordText } from "@/features/visits/useRecordText";
import { routes } from "@/routes";
import { fieldWords } from "@/texts/areas/main/field";
import { linesWords } from "@/texts/areas/lines";
import { saleFormsWords } from "@/texts/areas/saleForms";
import { salePagesWords } from "@/texts/areas/salePages";
import { usePageWords } from "@/texts/pageWords";
import { Amount, Card, Line, Row, StatusMark, Trace, Words } from "@/ui";
import { SignedRows } from "./SignedRows";
import "./SaleFacts.scss";

const hourMs = 3_600_000;

/** A sale with everything that is known of it: for its rep and for who decides it. */
export function SaleFacts({
  sale,
  footsteps,
  seesFootsteps,
  countsFor,
  waits,
  forDecision,
}: Pick<AnswerOf<"sales.read">, "sale" | "footsteps" | "seesFootsteps" | "countsFor" | "waits"> & {
  forDecision?: boolean;
}) {
  const { t, f, language } = usePageWords(fieldWords, linesWords, saleFormsWords, salePagesWords);
  const words = t.salePages.detail;
  const [corrected, setCorrected] = useState<FootstepView | null>(null);
  const memberId = useSession((session) => session.memberId);
  const recordText = useRecordText();
  const myName = useMe().data?.member.name;
  const deciders = sale.deciderNames ?? [];
  // Whoever decides alone knows that it waits for them.
  const waitsFor = sale.mayDecide && deciders.every((name) => name === myName) ? [] : deciders;
  const isShared = countsFor.length !== 1 || countsFor[0]?.memberId !== sale.rep.memberId;
  const nameOf = (of: string) => (isShared ? (countsFor.find((one) => one.memberId === of)?.name ?? null) : null);
  return (
    <>
      {corrected && (
        <CorrectedSheet
          customerName={sale.customerName}
          record={corrected.record}
          earlier={corrected.earlierRecords}
          onClose={() => setCorrected(null)}
        />
      )}
      <Card
        id="sale"
        title={sale.customerName}
        aside={<StatusMark id="sale-state" about="sale" is={sale.state} chip />}
      >
        <Amount fen={sale.amountFen} plain size="display" />
        {sale.returnReason && sale.state === "returned" && (
          <View className="sale-reason">
            <Words tone="warn" id="return-reason">
              {t.sales.record.returned({ reason: returnReasonFor(sale.returnReason, language) })}
            </Words>
          </View>
        )}
      </Card>
      <Card flush>
        <Row text={words.rep} value={<Words as="body">{sale.rep.name}</Words>} />
        {isShared && (
          <>
            <Line />
            <Row
              id="counts-for"
              text={words.countsFor}
              value={
                <Words as="body">
                  {countsFor.length === 0 ? words.countsForTeam : f.names(countsFor.map(({ name }) => name))}
                </Words>
              }
            />
          </>
        )}
        <Line />
        <SignedRows sale={sale} />
        <Line />
        <Row
          text={sale.resubmittedAt ? words.submittedFirst : words.submittedAt}
          value={<Words as="body">{f.instant(new Date(sale.submittedAt))}</Words>}
        />
        {sale.resubmittedAt && (
          <>
            <Line />
            <Row
              id="resubmitted-at"
              text={words.resubmittedAt}
              value={<Words as="body">{f.instant(new Date(sale.resubmittedAt))}</Words>}
            />
          </>
        )}
        {sale.state === "submitted" && waitsFor.length > 0 && (
          <>
            <Line />
            <Row id="waits-for" text={words.waitsFor} value={<Words as="body">{f.names(waitsFor)}</Words>} />
          </>
        )}
        {waits && (
          <>
            <Line />
            <Row
              id="waits"
              text={words.noDeadline}
              note={
                <Words as="note" tone="quiet">
                  {f.sentences([
                    words.reminders({ firstHours: remindAfterMs[0] / hourMs, lastHours: remindAfterMs[1] / hourMs }),
                    waits.toldFrom === null ? "" : words.toldFrom({ time: f.instant(new Date(waits.toldFrom)) }),
                  ])}
                </Words>
              }
            />
          </>
        )}
        {sale.confirmedAt && (
          <>
            <Line />
            <Row
              id="confirmed-at"
              text={words.confirmedAt({ name: sale.confirmedByName ?? "" })}
              value={<Words as="body">{f.instant(new Date(sale.confirmedAt))}</Words>}
            />
          </>
        )}
      </Card>
      {sale.state !== "cancelled" && (
        <Card id="sale-footsteps" title={forDecision ? t.sales.confirm.footsteps : words.footsteps}>
          <Words as="sub" tone="quiet">
            {t.lines.footstepsAre({ count: footstepsMax })}
          </Words>
          {footsteps.length === 0 ? (
            <Words tone="quiet">{seesFootsteps ? t.sales.confirm.noFootsteps : t.sales.confirm.footstepsUnseen}</Words>
          ) : (
            <Trace
              steps={footsteps.map((visit) => {
                const time = f.instant(new Date(visit.checkIn.checkedInAt));
                const { distanceM } = visit.checkIn;
                const isCorrected = visit.earlierRecords.length > 0;
                return {
                  key: visit.visitId,
                  done: true,
                  text:
                    distanceM === null
                      ? t.lines.visitNoDistance({ time })
                      : t.lines.visit({ time, distance: f.distance(distanceM) }),
                  note: [nameOf(visit.memberId), recordText(visit.record, visit.answers)]
                    .filter(Boolean)
                    .join(t.common.colon),
                  ...(isCorrected && { mark: t.field.visit.versions.corrected }),
                  // Of one that this reader may not open a corrected record says here what it said before.
                  ...(visit.mayOpen || visit.memberId === memberId
                    ? { onTap: () => open(routes.visit({ visitId: visit.visitId })) }
                    : isCorrected && { onTap: () => setCorrected(visit) }),
                };
              })}
            />
          )}
        </Card>
      )}
    </>
  );
}
