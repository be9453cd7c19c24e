import { businessDayOf, type Month, monthOf, nextPeriod } from "@shared/domain/time";
import { firstProposedAt } from "../customers";
import { consentsOf, unitSpansOf } from "../members";
import { firstRefusedOn } from "../refusals";
import { firstReportedOn } from "../reports";
import { firstRecordedAt } from "../sales";
import { monthsStored } from "../statements";

/**
 * The first month of which anything of a member's work may be kept: of the first statement, the first sale, the first pin, what they have
 * reported or what was refused of theirs, or the first consent, without which nobody checks in. Belonging alone leaves nothing, and in a
 * directory it may begin long before anybody worked here.
 */
export async function firstMonthOf(memberId: string, thisMonth: Month): Promise<Month> {
  const [consents, soldAt, proposedAt, reportedOn, refusedOn, spans] = await Promise.all([
    consentsOf(memberId),
    firstRecordedAt(memberId),
    firstProposedAt(memberId),
    firstReportedOn(memberId),
    firstRefusedOn(memberId),
    unitSpansOf(memberId),
  ]);
  const months: Month[] = [];
  for (let month = monthOf(spans[0]?.fromOn ?? `${thisMonth}-01`); month <= thisMonth; month = nextPeriod(month))
    months.push(month);
  const stored = await monthsStored(memberId, months);
  const instants = [soldAt, proposedAt, consents.at(-1)?.acceptedAt ?? null].filter((at) => at !== null);
  const days = [...instants.map(businessDayOf), reportedOn, refusedOn].filter((on) => on !== null);
  return [...stored, ...days.map(monthOf), thisMonth].sort()[0] ?? thisMonth;
}
