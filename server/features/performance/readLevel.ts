import type { AnswerOf } from "@shared/contracts";
import { businessDayOf, type Month } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { allow, type MemberActor } from "../../http";
import { textsIn } from "../../texts";
import { findUnits, findUnitsEver, type OrgUnit, treeOf, unitAndAbove } from "../members";
import { memberMonths } from "./memberMonths";
import { mayReadUnitMembers, seesAllUnits } from "./policy";
import { presentUnitMonth } from "./presentUnitMonth";
import { readUnitMonths, type UnitMonth } from "./unitMonths";

type Answer = AnswerOf<"teams.level">;

/**
 * A unit's month and what is directly below it, in the tree of the month.
 * @param wanted without a unit: what the reader leads, or the company
 */
export async function readLevel(
  deps: Pick<Deps, "clock">,
  actor: MemberActor,
  wanted: { period: Month; unitId: string | undefined },
): Promise<Answer> {
  const { period } = wanted;
  const now = deps.clock.now();
  const [ever, present] = await Promise.all([findUnitsEver(), findUnits()]);
  const tree = treeOf(ever, period);
  const top = [...tree.values()].find(({ parentId }) => !tree.has(parentId ?? ""))?.unitId ?? "";
  const unitId = wanted.unitId ?? (seesAllUnits(actor) ? top : (actor.leads[0] ?? top));
  const unit = tree.get(unitId);
  const path = unitAndAbove(tree, unitId);
  const mayRead = (from: number) =>
    mayReadUnitMembers(
      actor,
      path.slice(from).map((above) => above.unitId),
    );
  // An unknown unit is answered like a foreign one, so that nobody learns the tree by trying.
  allow(unit !== undefined && mayRead(0), "this unit is not yours");
  const below = [...tree.values()].filter(({ parentId }) => parentId === unitId);
  const [[month, ...months], members] = await Promise.all([
    readUnitMonths(
      [unit, ...below].map((one) => one.unitId),
      period,
    ),
    unit.kind === "team"
      ? memberMonths([unitId], period, businessDayOf(now), textsIn(actor.language).houseAccount)
      : null,
  ]);
  allow(month !== undefined);
  return {
    team: presentUnitMonth(month, unit.name, now),
    visits: month.visits,
    path: path
      .filter((_, from) => mayRead(from))
      .reverse()
      .map(({ unitId: above, name }) => ({ unitId: above, name })),
    units: below
      .flatMap((one, nth) => presentUnit(one, months[nth]) ?? [])
      // A unit that is gone and brought nothing is none of this month.
      .filter((one) => present.has(one.unitId) || one.doneFen !== 0 || one.targetFen !== null || one.visits > 0)
      .sort((a, b) => shareOf(a) - shareOf(b) || (a.name < b.name ? -1 : 1)),
    members,
  };
}

const presentUnit = ({ unitId, name, kind }: OrgUnit, month: UnitMonth | undefined): Answer["units"][number] | null =>
  month ? { unitId, name, kind, doneFen: month.doneFen, targetFen: month.targetFen, visits: month.visits } : null;

/** The furthest behind first; what has no target is behind nothing. For an order alone, which a rounding error does not change. */
const shareOf = ({ doneFen, targetFen }: Answer["units"][number]): number =>
  targetFen === null || targetFen === 0 ? Number.MAX_VALUE : doneFen / targetFen;
