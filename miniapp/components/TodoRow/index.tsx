import type { TodoView } from "@shared/contracts";
import { amountText } from "@shared/domain/moneyText";
import { returnReasonFor } from "@shared/domain/returnReasons";
import { businessDayOf } from "@shared/domain/time";
import { countsIn } from "@/components/countsIn";
import { decidersText } from "@/components/decidersText";
import { type Formats, known, type Language, type Texts, useWords } from "@/texts";
import { Amount, Row, Words } from "@/ui";

interface TodoRowProps {
  todo: TodoView;
  /** Business day. */
  today: string;
  /** Who is asked, where that is not the reader. */
  asked?: string | null;
  /** Null where it is not done on the phone. */
  onTap: (() => void) | null;
}

/** Something that waits for the reader: what, about whom, since when, and what is to be done. */
export function TodoRow({ todo, today, asked = null, onTap }: TodoRowProps) {
  const { t, f, language } = useWords();
  const { amountFen } = todo;
  const about =
    todo.kind === "setup"
      ? t.today.todo.setup.about
      : todo.kind === "calendarUnknown"
        ? t.today.todo.calendarUnknown.about({ year: todo.about })
        : todo.teams
          ? f.names(todo.teams)
          : todo.about;
  const instead = todo.insteadOfNames ?? [];
  const note = inRow(
    instead.length > 0 ? t.today.todo.insteadOf({ names: f.names(instead) }) : null,
    noteOf(todo, today, t, f, language),
    asked,
  );
  const counts = countsOf(todo, today, t, f);
  const does = known(t.today.todo.does, doesOf(todo));
  const amount = amountFen === null ? null : `${amountText(amountFen)} ${t.common.yuan}`;
  return (
    <Row
      id={`todo-${todo.kind}-${todo.subjectId}`}
      text={about}
      note={
        <>
          <Words as="sub" tone="quiet">
            {note}
          </Words>
          {counts && (
            <Words as="sub" tone="warn" id={`todo-counts-${todo.subjectId}`}>
              {counts}
            </Words>
          )}
        </>
      }
      value={
        <>
          {amountFen !== null && <Amount fen={amountFen} plain />}
          {does && (
            <Words as="sub" tone={onTap ? "brand" : "quiet"}>
              {does}
            </Words>
          )}
        </>
      }
      label={f.said(about, amount, does, note, counts)}
      {...(onTap && { onTap })}
    />
  );
}

/** In which month it counts, and until when, where that matters. */
function countsOf({ kind, on }: TodoView, today: string, t: Texts, f: Formats): string | null {
  const isReturned = kind === "returnedSale";
  return isReturned || kind === "sale" ? countsIn({ signedOn: on ?? today, isReturned }, today, { t, f }) : null;
}

/** What is there to do: where a record can still be written that, where I have explained it to look at it. */
function doesOf({ kind, been, text, isAppealed }: TodoView): TodoView["kind"] {
  if (been) return "record";
  return kind === "doubt" && (text !== null || isAppealed) ? "review" : kind;
}

function noteOf(todo: TodoView, today: string, t: Texts, f: Formats, language: Language): string {
  const { kind, since, byName, text, on, until } = todo;
  const words = t.today.todo;
  const sinceOn = businessDayOf(new Date(since));
  const waits = sinceOn < today ? words.since({ day: f.day(sinceOn) }) : null;
  const day = f.day(on ?? today);
  switch (kind) {
    case "record":
      if (text !== null && until !== null) return words.stepsUntil({ steps: text, time: f.instant(new Date(until)) });
      return until === null
        ? words.record
        : words[todo.isInDoubt ? "recordUntilWaits" : "recordUntil"]({ time: f.instant(new Date(until)) });
    case "returnedSale":
      return inRow(words.returned({ reason: returnReasonFor(text ?? "", language) }), waits);
    case "nextStep":
      if (todo.been) return words.beenThere({ day: f.day(todo.been.on), text: text ?? "" });
      return on === today ? words.dueToday({ text: text ?? "" }) : words.overdue({ day, text: text ?? "" });
    case "praise":
      return inRow(
        words.praise({ by: byName ?? "" }),
        until === null ? waits : words.praiseUntil({ time: f.instant(new Date(until)) }),
      );
    case "sale":
      return inRow(byName, words.signed({ day }), waits);
    case "targets":
      return words.targets({ month: f.month((on ?? today).slice(0, 7)), from: on !== null && on > today ? day : null });
    case "plansMissing":
      return words.plansMissing({ month: f.month((on ?? today).slice(0, 7)), count: todo.count ?? 0 });
    case "clientsLeft":
      return words.clientsLeft({ count: todo.count ?? 0 });
    case "calendarUnknown":
      return words.calendarUnknown.note;
    case "setup":
      return words.setup.note;
    case "report":
      return inRow(words.report({ text: text ?? "" }), waits);
    case "sentBackPlan":
      return inRow(words.sentBackPlan({ reason: text ?? "" }), waits);
    case "review":
      return inRow(
        byName,
        words[text === null ? "review" : "appeal"]({ day, time: until === null ? "" : f.instant(new Date(until)) }),
        todo.isInDoubt === undefined ? null : words[todo.isInDoubt ? "doubtDoesNot" : "doubtCounts"],
        text,
      );
    case "doubt": {
      const who = decidersText(todo.waitsForNames, todo.isAppealed ? "second" : "leader", { t, f });
      const time = until === null ? "" : f.instant(new Date(until));
      return inRow(
        words[todo.isAppealed ? "appealed" : "doubt"]({ day, who, time }),
        words[todo.isInDoubt ? "doubtDoesNot" : "doubtCounts"],
        text === null || todo.isAppealed ? null : words.doubtExplained,
      );
    }
    case "pin":
      return todo.count === undefined
        ? inRow(byName, words.pin({ site: text ?? "" }), waits)
        : inRow(words[todo.isAtLeast ? "pinsAtLeast" : "pins"]({ count: todo.count }), waits);
    case "duplicate":
      return todo.count === undefined
        ? inRow(words.duplicate({ other: text ?? "" }), waits)
        : inRow(words[todo.isAtLeast ? "duplicatesAtLeast" : "duplicates"]({ count: todo.count }), waits);
    case "visitQuestion":
      return inRow(words.visitQuestion({ by: byName ?? "" }), waits);
    case "export":
      return inRow(words.export({ what: text ?? "", count: todo.count ?? 0 }), waits);
    case "opening":
      return inRow(words.opening({ count: todo.count ?? 0 }), waits);
    case "companion":
      return inRow(words.companion({ day, by: byName ?? "" }), waits);
    case "plan":
      return inRow(words.plan({ day }), waits);
    default:
      // Of a later version: it waits all the same.
      kind satisfies never;
      return inRow(t.common.newer, waits);
  }
}

const inRow = (...parts: (string | null)[]): string => parts.filter(Boolean).join(" · ");
