import type { OfficeRowView } from "@shared/contracts";
import { percentText, ratioOf } from "@shared/domain/moneyText";
import { type Formats, known } from "@/texts";
import type { officeWords } from "@/texts/areas/main/office";
import type { TextsWith } from "@/texts/pageWords";

export interface OfficeRowWords {
  text: string;
  note: string | null;
  /** A number, or how it is. */
  value: string | null;
  /** The value says that somebody should look. */
  isAsking: boolean;
  /** What the value says of something that works or does not; null where it is a number. */
  is: OfficeRowView["state"];
}

/** What a row of an office's tab says. */
export function officeRowWords(
  row: OfficeRowView,
  { t, f }: { t: TextsWith<typeof officeWords>; f: Formats },
): OfficeRowWords {
  const { office } = t;
  const words = office.rows;
  const { kind, count, state } = row;
  const month = row.period === null ? "" : f.month(row.period);
  const counted = count === null ? null : row.isWhole ? office.count({ count }) : office.atLeast({ count });
  const standing = state && known(office.states, state);
  const isAsking = state === "attention" || state === "fault";
  const names =
    row.names.length > 0 && count !== null && count > row.names.length
      ? words.more({ names: f.names(row.names), count })
      : f.names(row.names);
  const plain = (text: string, note: string | null, value = counted): OfficeRowWords => ({
    text,
    note,
    value,
    isAsking,
    is: state && value === standing ? state : null,
  });
  switch (kind) {
    case "month":
      return plain(
        words.month({ month }),
        f.clauses([monthNote(row, t, f), count ? words.monthWaits({ count }) : words.monthNone]),
        null,
      );
    case "attainment": {
      const done = f.sum(row.doneFen ?? 0);
      const visits = row.visits ?? 0;
      const target = row.targetFen;
      return plain(
        words.attainment({ month }),
        target === null
          ? words.attainmentNoTarget({ done, visits })
          : words.attainmentNote({ done, target: f.sum(target), visits }),
        target === null ? null : percentText(ratioOf(row.doneFen ?? 0, target)),
      );
    }
    case "plan":
      return plain(row.names[0] ?? "", null, words.plan({ people: count ?? 0 }));
    case "targets":
      return plain(words.targets({ month }), words.targetsNote, null);
    case "targetsMissing":
      return plain(words.targetsMissing, names);
    case "withoutPlan":
      return plain(words.withoutPlan, words.withoutPlanNote({ names }));
    case "plansInForce":
      return plain(words.allPlans, null);
    case "otherPlans":
    case "planDrafts":
    case "left":
      return plain(words[kind], null);
    case "approvals":
      return plain(words.approvals, words.approvalsNote);
    case "approvalsOfOthers":
      return plain(words.approvalsOfOthers, words.approvalsOfOthersNote);
    case "active":
      return plain(words.active, words.activeNote);
    case "withoutTeam":
      return plain(words.withoutTeam, words.withoutTeamNote);
    case "withoutRole":
      return plain(words.withoutRole, words.withoutRoleNote);
    case "unsure":
      return plain(words.unsure, words.unsureNote);
    case "plansInReview":
      return plain(words.plansInReview, words.plansInReviewNote);
    case "looks":
      return plain(words.looks, words.looksNote);
    case "clients":
      return plain(words.clients, words.clientsNote);
    case "duplicates":
      return plain(words.duplicates, words.duplicatesNote);
    case "leaversKept":
      return plain(words.leaversKept, words.leaversKeptNote);
    case "visitTypes":
      return plain(words.visitTypes, words.visitTypesNote);
    case "imports":
      return plain(words.imports, words.importsNote);
    case "exports":
      return plain(words.exports, words.exportsNote);
    case "openings":
      return plain(words.openings, words.openingsNote);
    case "problems":
      return plain(words.problems, words.problemsNote);
    case "calendar":
      return plain(words.calendar({ year: row.names[0] ?? "" }), words.calendarNote, standing);
    case "database":
    case "version":
    case "fieldKeys":
    case "wecom":
    case "directory":
    case "outbox":
    case "jobs":
      return plain(words[kind === "version" ? "database" : kind], checkNote(row, t, f), standing);
    default:
      // Of a later version.
      kind satisfies never;
      return plain(t.common.newer, null, null);
  }
}

function monthNote({ isClosed, at, state }: OfficeRowView, t: TextsWith<typeof officeWords>, f: Formats): string {
  const words = t.office.rows;
  if (isClosed) return words.monthClosed;
  const until = at === null ? "" : f.instant(new Date(at));
  return state === "ok" ? words.monthTakes({ until }) : words.monthOver({ until });
}

/** What is wrong, and what to do about it. */
function checkNote(
  { kind, state, at, names, count, isWhole }: OfficeRowView,
  t: TextsWith<typeof officeWords>,
  f: Formats,
): string {
  const words = t.office.rows;
  const time = at === null ? "" : f.instant(new Date(at));
  const is = state ?? "ok";
  const works = is === "fault" ? "fault" : "ok";
  switch (kind) {
    case "fieldKeys":
      return words.fieldKeysNote[works];
    case "wecom": {
      if (is !== "fault") return words.wecomNote[is];
      const why = known<string, string>(words.wecomNote.fault, names[0] ?? "other") ?? words.wecomNote.fault.other;
      const [, address] = names;
      return f.clauses([
        ...(at === null ? [] : [words.wecomNote.since({ at: time })]),
        ...(address === undefined ? [] : [words.wecomNote.from({ address })]),
        why,
      ]);
    }
    case "directory":
      return is === "fault" ? words.directoryNote.fault : words.directoryNote[is]({ at: time });
    case "outbox": {
      const dead = t.office[isWhole ? "count" : "atLeast"]({ count: count ?? 0 });
      if (is === "ok") return words.outboxNote.ok;
      return is === "fault" ? words.outboxNote.fault({ at: time }) : words.outboxNote.attention({ count: dead });
    }
    case "jobs":
      return is === "ok" ? words.jobsNote.ok : words.jobsNote.attention({ names: f.names(names) });
    default:
      return words.databaseNote[works];
  }
}
