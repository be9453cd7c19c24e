import type { ReactNode } from "react";
import type { TimelineItemView } from "@shared/contracts";
import { isRecordDue } from "@shared/domain/visit";
import { type CustomerPage, serves } from "@/features/customers/useCustomer";
import { pageOfItem, useTimeline } from "@/features/customers/useTimeline";
import { queuedAt } from "@/features/followUps/queuedFollowUps";
import { useQueue } from "@/features/queue/useQueue";
import { useSession } from "@/features/session/sessionStore";
import { useBusinessDay } from "@/features/time";
import { useRecordText } from "@/features/visits/useRecordText";
import { open } from "@/features/navigation";
import { stageText } from "@/components/stageText";
import { routes } from "@/routes";
import { type Formats, known } from "@/texts";
import { customerPagesWords } from "@/texts/areas/customerPages";
import { followUpWords } from "@/texts/areas/followUp";
import { givingWords } from "@/texts/areas/giving";
import { stagesWords } from "@/texts/areas/main/stages";
import { usePageWords, type TextsWith } from "@/texts/pageWords";
import { Card, Earlier, Empty, Loadable, Row, StatusMark, Words } from "@/ui";

interface TimelineProps {
  customer: CustomerPage["customer"];
  /** A change of stage that may be taken back was tapped. */
  onStage: (item: TimelineItemView) => void;
}

/** What has happened with this client: visits, check-ins, follow-ups, sales, edits, whoever they are of. */
export function Timeline({ customer, onStage }: TimelineProps) {
  const { t, f } = usePageWords(customerPagesWords, followUpWords, givingWords, stagesWords);
  const words = t.customerPages.timeline;
  const recordText = useRecordText();
  const memberId = useSession((session) => session.memberId);
  const isServed = serves(customer, memberId ?? "", useBusinessDay());
  const { data, items, earlier, state, failure, refresh } = useTimeline(customer.customerId, isServed);
  const waiting = queuedAt(customer.customerId, useQueue());
  // A question to ask before one goes there: of no use to whoever leads them.
  const other = (isServed && data?.otherThere) || null;
  return (
    <Card id="timeline" title={words.title} flush>
      <Loadable id="timeline" state={state} failure={failure} onRetry={() => void refresh()}>
        {other && (
          <Row
            id="other-there"
            text={<Words tone="warn">{words.otherThere({ name: other.byName, day: f.day(other.on) })}</Words>}
          />
        )}
        {waiting.map(({ entry, followUp }) => {
          const what = words.followUp({ channel: known(t.followUp.channels, followUp.channel) ?? "" });
          const when = f.instant(new Date(followUp.at));
          return (
            <Row
              key={entry.commandId}
              id={`waiting-${entry.commandId}`}
              text={what}
              label={f.said(what, t.status.queue[entry.look], when, followUp.record)}
              note={
                <>
                  <Words as="sub" tone="quiet">
                    {when}
                  </Words>
                  <Words as="sub">{followUp.record}</Words>
                </>
              }
              value={<StatusMark about="queue" is={entry.look} />}
              onTap={() => open(routes.followUp({ followUpId: followUp.followUpId }))}
            />
          );
        })}
        {items.length === 0 && waiting.length === 0 && <Empty text={words.empty} />}
        {items.map((item) => {
          const page = pageOfItem(item);
          const { what, outcome, mark } = wordsOf(item, t, f);
          const text = item.text === null ? null : recordText(item.text, item.answers);
          const when = f.said(f.instant(new Date(item.at)), item.byName);
          return (
            <Row
              key={`${item.kind}:${item.itemId}`}
              id={`item-${item.itemId}`}
              text={what}
              label={f.said(what, outcome, when, text)}
              note={
                <>
                  <Words as="sub" tone="quiet">
                    {when}
                  </Words>
                  {text !== null && <Words as="sub">{text}</Words>}
                </>
              }
              {...(outcome !== null && { value: mark ?? <Words as="sub">{outcome}</Words> })}
              {...(page !== null && { onTap: () => open(page) })}
              {...(item.stage?.mayUndo && { onTap: () => onStage(item) })}
            />
          );
        })}
        <Earlier id="timeline-earlier" earlier={earlier} />
      </Loadable>
    </Card>
  );
}

/** Others have their record elsewhere, or count for nothing whether they have one or not. */
const lacksRecord = (standing: TimelineItemView["standing"]): boolean =>
  !standing || isRecordDue(standing) || standing === "notCounted";

function wordsOf(
  item: TimelineItemView,
  t: TextsWith<typeof customerPagesWords | typeof followUpWords | typeof givingWords | typeof stagesWords>,
  f: Formats,
): { what: string; outcome: string | null; mark?: ReactNode } {
  const words = t.customerPages.timeline;
  switch (item.kind) {
    case "visit": {
      const standing = item.standing ?? (item.effective ? "effective" : "notCounted");
      return {
        what: item.isCorrected ? words.correctedVisit : words.visit,
        outcome: known(t.status.visit, standing) ?? null,
        mark: <StatusMark about="visit" is={standing} />,
      };
    }
    case "checkIn":
      return {
        what: lacksRecord(item.standing) ? words.checkIn : words.tap,
        outcome: (item.standing && known(t.status.visit, item.standing)) ?? null,
        mark: item.standing && <StatusMark about="visit" is={item.standing} />,
      };
    case "followUp": {
      const channel = (item.channel && known(t.followUp.channels, item.channel)) ?? "";
      return { what: words[item.isCorrected ? "correctedFollowUp" : "followUp"]({ channel }), outcome: null };
    }
    case "stage": {
      const { from = "", to = "", isUndone = false } = item.stage ?? {};
      const what = t.stages.moved({ from: stageText(from, t), to: stageText(to, t) });
      return { what, outcome: isUndone ? t.stages.undone : null };
    }
    case "sale": {
      const state = (item.saleState && known(t.status.sale, item.saleState)) ?? null;
      return {
        what: item.amountFen === null ? words.sale : words.saleOf({ amount: f.money(item.amountFen) }),
        outcome: state,
        mark: item.saleState && <StatusMark about="sale" is={item.saleState} />,
      };
    }
    case "edit": {
      const action = item.action === null ? undefined : known<string, string>(words.actions, item.action);
      const fields = item.changed.flatMap((field) => known<string, string>(words.fields, field) ?? []);
      if (item.given) {
        const { names, from } = item.given;
        return { what: t.giving.givenTo({ names: f.names(names), from: f.day(from) }), outcome: null };
      }
      return { what: action ?? words.edit, outcome: fields.length === 0 ? null : f.names(fields) };
    }
    default:
      // Of a later version.
      item.kind satisfies never;
      return { what: words.edit, outcome: null };
  }
}
