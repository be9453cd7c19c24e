import type { AnswerOf } from "@shared/contracts";
import type { FairnessKind, FairnessSignals, MemberResult } from "@shared/domain/pay/simulation";
import type { SimulationReport } from "./simulatePlan";

type View = NonNullable<AnswerOf<"simulations.read">["report"]>;

interface Shown {
  /** Whether other people's pay is shown. */
  people: boolean;
  /** Of members and teams. */
  nameOf: (id: string) => string;
  simulatedAt: Date;
}

const teamsMax = 50;
/** Of fewer people the sums are what each of them is paid, or become so for whoever is one of them. */
const summedMin = 3;

/** Whether what a plan would cost is what persons are paid. */
export const isOfPersons = ({ isMadeUp, memberCount }: SimulationReport): boolean =>
  !isMadeUp && memberCount < summedMin;

export function presentSimulation(report: SimulationReport, { people, nameOf, simulatedAt }: Shown): View {
  const { isMadeUp, from, to, memberCount, monthCount, exceptions, salesFen, before, after } = report;
  const { winners, losers, same, gains, losses, groups, components, nearCliffCount, fairness, signals, kinds } = report;
  const personOf = ({ memberId, ...amounts }: MemberResult) => ({
    ...{ memberId, name: nameOf(memberId), salesFen: amounts.salesFen },
    ...{ beforeFen: amounts.beforeFen, afterFen: amounts.afterFen },
  });
  const named = people && !isMadeUp;
  return {
    ...{ isMadeUp, from, to, memberCount, monthCount, exceptions, salesFen },
    ...{ beforeFen: before.totalFen, afterFen: after.totalFen },
    ...{ medianBeforeFen: before.quantiles?.medianFen ?? 0, medianAfterFen: after.quantiles?.medianFen ?? 0 },
    ...{ winners, losers, same },
    people: named ? { gains: gains.map(personOf), losses: losses.map(personOf) } : null,
    // A team of one is a person.
    teams: named
      ? groups.slice(0, teamsMax).map((group) => ({
          ...{ name: nameOf(group.group), salesFen: group.salesFen },
          ...{ beforeFen: group.beforeFen, afterFen: group.afterFen },
        }))
      : [],
    components: components.map(({ name, beforeFen, afterFen }) => ({ name, beforeFen, afterFen })),
    nearCliffs: nearCliffCount,
    unequalBands: fairness.unequal.length,
    fairness: kinds.map((kind) => ({ kind, ...shownOf[kind](signals) })),
    simulatedAt: simulatedAt.toISOString(),
  };
}

type ShownSignal = { count: number; amountFen: number | null };

const shownOf: Record<FairnessKind, (signals: FairnessSignals) => ShownSignal> = {
  bunching: ({ justAbove }) => ({ count: justAbove, amountFen: null }),
  splitting: ({ split, splitGainFen }) => ({ count: split, amountFen: splitGainFen }),
  monthEndPull: ({ lastDaysFen }) => ({ count: 0, amountFen: lastDaysFen }),
  refundsAfterPayday: ({ lateRefunds, lateRefundFen }) => ({ count: lateRefunds, amountFen: lateRefundFen }),
  zeroFactorCasualties: ({ zeroFactor }) => ({ count: zeroFactor, amountFen: null }),
};
