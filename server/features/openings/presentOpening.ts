import type { AnswerOf } from "@shared/contracts";
import { openingKinds } from "@shared/domain/opening";
import { addDays, businessDayOf } from "@shared/domain/time";
import type { MemberActor } from "../../http";
import { findMembers } from "../members";
import type { BalanceRecord, OpeningRecord } from "./openingModel";
import { openingApprovers } from "./policy";

type View = AnswerOf<"openings.read">["opening"];

export async function presentOpening(record: OpeningRecord, reader: MemberActor, now: Date): Promise<View> {
  const { decision, totals, preparedBy } = record;
  const deciderIds = record.state === "waiting" ? await openingApprovers(record, businessDayOf(now)) : [];
  const people = await findMembers(deciderIds);
  return {
    ...{ importId: record._id, state: record.state, asOf: addDays(record.payingOn, -1), rows: totals.rows },
    ...{ fileName: record.fileName, source: record.source },
    sums: sumsIn(totals),
    ...{ changes: record.changes, membersCount: record.membersCount, preparedByName: preparedBy.name },
    preparedAt: record.preparedAt.toISOString(),
    decision: decision
      ? {
          ...{ byName: decision.byName, allowed: decision.allowed, reason: decision.reason ?? null },
          at: decision.at.toISOString(),
        }
      : null,
    postedAt: record.postedAt?.toISOString() ?? null,
    deciderNames: deciderIds.map((memberId) => people.get(memberId)?.name ?? memberId).sort(),
    mayDecide: deciderIds.includes(reader.id),
    isMine: preparedBy.id === reader.id,
    revision: record.revision,
  };
}

const sumsIn = (totals: OpeningRecord["totals"]): View["sums"] => {
  const { clawback, draw, unreleased, paid } = totals;
  return { clawback, draw, unreleased, paid };
};

/** In the order in which a page lists them: by kind, then as the file has them. */
export const inOrder = (balances: readonly BalanceRecord[]): BalanceRecord[] =>
  [...balances].sort(
    (a, b) => openingKinds.indexOf(a.kind) - openingKinds.indexOf(b.kind) || a.row - b.row || (a._id < b._id ? -1 : 1),
  );

export const presentBalance = (one: BalanceRecord) => ({
  ...{ kind: one.kind, amountFen: one.amountFen, changeFen: one.changeFen, row: one.row },
  ...{ period: one.period ?? null, item: one.item ?? null, client: one.client ?? null },
  ...{ on: one.on ?? null, note: one.note ?? null },
});
