import { AppError } from "@shared/errors";
import type { Deps } from "./deps";
import { findCustomer } from "./features/customers";
import { findMember, findUnit, findUnits, leadersOfUnit, membersOfUnit } from "./features/members";
import type { NoticeReads } from "./features/notices";
import { confirmedAfterFen, confirmedOn } from "./features/sales";
import { salesMeasure, targetsOf } from "./features/targets";
import { memberSummariesOf } from "./features/performance";
import { nextStepOfTeam, payIfTeamSold, payToTarget, readMonth, salesDoneFen } from "./features/statements";
import { businessDayOf } from "@shared/domain/time";

/** What messages know of the rest of the product: read when the message is made, not when the event was. */
export function noticeReads(deps: Pick<Deps, "clock">): NoticeReads {
  const today = () => businessDayOf(deps.clock.now());
  return {
    person: async (memberId) => {
      const member = await findMember(memberId);
      if (!member?.active) return null;
      const { name, language, publicPraise } = member;
      return { memberId, name, language, publicPraise };
    },
    unitName: async (unitId) => (await findUnit(unitId))?.name ?? null,
    leadersOf: leadersOfUnit,
    teamIds: async () => {
      const teams = [...(await findUnits()).values()].filter((unit) => unit.kind === "team");
      return teams.map((unit) => unit.unitId);
    },
    industryOf: (customerId) =>
      findCustomer(customerId).then(
        ({ industry }) => industry ?? null,
        (error: unknown) => {
          // A win is told all the same.
          if (error instanceof AppError && error.code === "customer.unknown") return null;
          throw error;
        },
      ),
    memberMonth: async (memberId, period) => salesDoneFen(await readMonth(memberId, period)),
    confirmedAfter: confirmedAfterFen,
    nextStep: nextStepOfTeam,
    payIfTeamSold,
    payToTarget,
    teamMonth: async (unitId, period) => {
      // The members' summaries are written with each sale, so that a message never says less than it tells of.
      const [summaries, memberIds] = await Promise.all([
        memberSummariesOf(unitId, period),
        membersOfUnit(unitId, today()),
      ]);
      const targets = await targetsOf([unitId, ...memberIds], salesMeasure, period);
      const doneOf = (memberId: string) => summaries.get(memberId)?.[salesMeasure] ?? 0;
      return {
        doneFen: [...summaries.keys()].reduce((sum, memberId) => sum + doneOf(memberId), 0),
        targetFen: targets.get(unitId) ?? null,
        members: memberIds.map((memberId) => ({
          memberId,
          doneFen: doneOf(memberId),
          targetFen: targets.get(memberId) ?? null,
        })),
        confirmedOn: (day) => confirmedOn(unitId, day),
      };
    },
  };
}
