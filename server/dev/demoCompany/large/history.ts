import type { Fact } from "@shared/domain/pay";
import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../../deps";
import { creditsOfOwners, visitsBehindAmong } from "../../../features/sales/saleCredits";
import { newCustomerFact, saleFact } from "../../../features/sales/saleFact";
import { newCustomerKeyOf } from "../../../features/sales/newCustomer";
import type { SaleRecord } from "../../../features/sales/saleModel";
import { bookedInOf } from "../../../features/periods";
import { countedDayKeyOf } from "../../../features/visits/countedDays";
import { visitFactIn } from "../../../features/visits/visitFact";
import type { VisitRecord } from "../../../features/visits/visitModel";
import {
  beforeTheDemo,
  demoPastSale,
  demoVisit,
  type PastSale,
  type PastVisit,
  saleRecord,
  visitRecords,
} from "../history";
import { demoPeriod, demoSales } from "../march";
import { customersOf, type LargeCustomer } from "./customers";
import { repMonth } from "./months";
import type { Rep, Team } from "./people";
import type { Scale } from "./scale";

type HistoryDeps = Pick<Deps, "settings">;

/** Everything that a team has done in the generated months, as it is stored, and the facts of it. */
export interface TeamHistory {
  checkIns: ReturnType<typeof visitRecords>["checkIn"][];
  visits: VisitRecord[];
  sales: SaleRecord[];
  /** Keys that were claimed on the way: counted days and first orders. */
  keys: { key: string; ownerId: string }[];
  facts: Fact[];
}

/** The same every time for the same scale. */
export async function teamHistory(deps: HistoryDeps, team: Team, scale: Scale, lag: number): Promise<TeamHistory> {
  const history: TeamHistory = { checkIns: [], visits: [], sales: [], keys: [], facts: [] };
  for (const rep of team.reps) await addRep(deps, history, { rep, team, lag }, scale);
  return history;
}

/** Targets in force of a team's members, by member and then month. */
export function targetsOfTeam(team: Team, scale: Scale): Map<string, Map<string, number>> {
  return new Map(
    team.reps.map((rep) => {
      const customers = customersOf(rep, scale);
      const months = scale.months.map((month) => repMonth(rep, customers, { month, lag: 1 }, scale));
      return [rep.memberId, new Map(months.map(({ month, targetFen }) => [month, targetFen]))];
    }),
  );
}

async function addRep(
  deps: HistoryDeps,
  history: TeamHistory,
  { rep, team, lag }: { rep: Rep; team: Team; lag: number },
  scale: Scale,
): Promise<void> {
  const customers = customersOf(rep, scale);
  const { visits, sales } = pastOf(rep, customers, lag, scale);
  const own: VisitRecord[] = [];
  for (const past of visits) {
    const { checkIn, visit } = visitRecords(past);
    history.checkIns.push(checkIn);
    if (!visit) continue;
    history.visits.push(visit);
    own.push(visit);
    if (!visit.effective) continue;
    history.keys.push({ key: countedDayKeyOf(rep.memberId, visit.customerId, visit.on), ownerId: visit._id });
    const { on, recordedAt } = visit;
    const bookedIn = await bookedInOf(deps, { countsOn: on, recordedAt });
    history.facts.push(visitFactIn(visit, { teamId: team.unitId, bookedIn, recordedAt }));
  }
  const isNew = new Set(customers.filter(({ isOld }) => !isOld).map(({ id }) => id));
  for (const { id } of customers.filter(({ isOld }) => isOld))
    history.keys.push({ key: newCustomerKeyOf(id), ownerId: beforeTheDemo });
  const place = {
    teamId: team.unitId,
    repName: rep.name,
    confirmedById: team.leaderId,
    confirmedByName: team.leaderName,
  };
  for (const past of inOrderOfConfirmation(sales)) {
    const { customer, signedOn, amountFen, confirmedAt, toldFrom = "" } = past;
    const sold = { customerId: customer.id, signedOn, amountFen, repId: rep.memberId, teamId: team.unitId };
    // Everybody sells to clients of their own.
    const credits = creditsOfOwners(sold, [{ memberId: rep.memberId, share: "1" }], new Map());
    const before = own.filter(({ on }) => on >= toldFrom);
    const footsteps = visitsBehindAmong(before, sold, credits).map(({ _id }) => _id);
    const sale = saleRecord(past, place, footsteps);
    history.sales.push(sale);
    if (confirmedAt === null) continue;
    const countsOn = businessDayOf(confirmedAt);
    const decision = {
      confirmedAt,
      countsOn,
      credits,
      customerIds: [customer.id] as const,
      bookedIn: await bookedInOf(deps, { countsOn, recordedAt: confirmedAt }),
      historyBefore: null,
      holdPayingDay: null,
    };
    history.facts.push(saleFact(sale, decision));
    if (!isNew.delete(sale.customerId)) continue;
    history.keys.push({ key: newCustomerKeyOf(sale.customerId), ownerId: sale._id });
    history.facts.push(newCustomerFact(sale, decision));
  }
}

/** The generated months; the March of the small demo's people is as it is written there. */
function pastOf(rep: Rep, customers: readonly LargeCustomer[], lag: number, scale: Scale) {
  const visits: PastVisit[] = [];
  const sales: PastSale[] = [];
  for (const month of scale.months) {
    if (rep.isOfSmallDemo && month === demoPeriod) {
      const own = demoSales.filter((sale) => sale.repId === rep.memberId);
      visits.push(...own.flatMap((sale) => sale.visitedOn.map((on) => demoVisit(sale, on))));
      sales.push(...own.map(demoPastSale));
      continue;
    }
    const past = repMonth(rep, customers, { month, lag: month === demoPeriod ? lag : 1 }, scale);
    visits.push(...past.visits);
    sales.push(...past.sales);
  }
  return { visits, sales };
}

function inOrderOfConfirmation(sales: readonly PastSale[]): PastSale[] {
  const timeOf = ({ confirmedAt }: PastSale) => confirmedAt?.getTime() ?? Infinity;
  return [...sales].sort((a, b) => (timeOf(a) < timeOf(b) ? -1 : timeOf(a) > timeOf(b) ? 1 : 0));
}
