import { View } from "@tarojs/components";
import { amountText } from "@shared/domain/moneyText";
import { footstepsMax } from "@shared/domain/sale";
import { waitsForLeader } from "@shared/domain/visit";
import type { LineDetail } from "@/features/earnings/useEarnings";
import { open } from "@/features/navigation";
import { useSession } from "@/features/session/sessionStore";
import { useRecordText } from "@/features/visits/useRecordText";
import { routes } from "@/routes";
import type { Formats } from "@/texts";
import { fieldWords } from "@/texts/areas/main/field";
import { linesWords } from "@/texts/areas/lines";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Card, Trace, type TraceStep, Words } from "@/ui";
import "./index.scss";

/** From footstep to fen: the visits, the sale, its confirmation, and what is still to come. */
export function Footsteps({ detail }: { detail: LineDetail }) {
  const { t, f } = usePageWords(fieldWords, linesWords);
  const memberId = useSession((session) => session.memberId);
  const recordText = useRecordText();
  return (
    <Card id="footsteps" title={t.lines.trace}>
      {detail.visits.length > 0 && <Trace steps={stepsOfVisits(detail.visits, { t, f, recordText })} />}
      {detail.sales.length === 0 ? (
        detail.visits.length === 0 && (
          <Words tone="quiet" id="no-sales">
            {t.lines.noSales({ why: detail.line.sentence })}
          </Words>
        )
      ) : (
        <Words as="sub" tone="quiet" id="footsteps-are">
          {t.lines.footstepsAre({ count: footstepsMax })}
        </Words>
      )}
      {detail.sales.map((sale) => (
        <View key={sale.saleId} className="line-sale">
          {detail.sales.length > 1 && (
            <Words as="sub" tone="quiet">
              {`${sale.customerName} · ${t.lines.allocated({ amount: amountText(sale.allocatedFen) })}`}
            </Words>
          )}
          <Trace steps={stepsOf(sale, { detail, memberId }, { t, f, recordText })} />
        </View>
      ))}
    </Card>
  );
}

/** Paid for themselves: each visit with what it brings. */
function stepsOfVisits(visits: LineDetail["visits"], { t, f, recordText }: WordsOfSteps): TraceStep[] {
  const words = t.lines;
  return visits.map(({ visitId, checkIn, record, answers, allocatedFen }) => ({
    key: visitId,
    done: true,
    text: words[waitsForLeader(checkIn) ? "visitAtInDoubt" : "visitAt"]({
      customer: checkIn.customerName,
      time: f.instant(new Date(checkIn.checkedInAt)),
    }),
    note: recordText(record, answers),
    ...(allocatedFen !== 0 && { mark: words.visitBrings({ amount: amountText(allocatedFen) }) }),
    onTap: () => open(routes.visit({ visitId })),
  }));
}

interface WordsOfSteps {
  t: TextsWith<typeof fieldWords | typeof linesWords>;
  f: Formats;
  recordText: ReturnType<typeof useRecordText>;
}

function stepsOf(
  sale: LineDetail["sales"][number],
  { detail, memberId }: { detail: LineDetail; memberId: string | null },
  { t, f, recordText }: WordsOfSteps,
): TraceStep[] {
  const words = t.lines;
  // Oldest first: the way that it came about.
  const visits = [...sale.footsteps].reverse().map((visit): TraceStep => {
    const time = f.instant(new Date(visit.checkIn.checkedInAt));
    const { distanceM } = visit.checkIn;
    return {
      key: visit.visitId,
      done: true,
      text: waitsForLeader(visit.checkIn)
        ? words.visitInDoubt({ time })
        : distanceM === null
          ? words.visitNoDistance({ time })
          : words.visit({ time, distance: f.distance(distanceM) }),
      note: recordText(visit.record, visit.answers),
      ...(visit.earlierRecords.length > 0 && { mark: t.field.visit.versions.corrected }),
      // A colleague's visit is shown here and opened by nobody but them.
      ...(visit.memberId === memberId && { onTap: () => open(routes.visit({ visitId: visit.visitId })) }),
    };
  });
  const none: TraceStep = { key: "none", done: false, text: words.noFootsteps };
  const signed: TraceStep = {
    key: "signed",
    done: true,
    text: words.signed({ customer: sale.customerName, amount: amountText(sale.amountFen) }),
    note: f.day(sale.signedOn),
    onTap: () => open(routes.sale({ id: sale.saleId })),
  };
  const confirmed: TraceStep[] = sale.confirmedAt
    ? [{ key: "confirmed", done: true, text: words.confirmed({ time: f.instant(new Date(sale.confirmedAt)) }) }]
    : [];
  const closing: TraceStep[] =
    detail.line.status === "estimated"
      ? [{ key: "closing", done: false, text: words.closing({ month: f.month(detail.receipt.book.period) }) }]
      : [];
  return [...(visits.length > 0 ? visits : [none]), signed, ...confirmed, ...closing];
}
