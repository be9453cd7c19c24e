import type { Month } from "@shared/domain/time";
import { resultBehind } from "../../features/performance";
import { MemberSummaryModel } from "../../features/performance/memberSummaryModel";
import { UnitSummaryModel } from "../../features/performance/unitSummaryModel";
import { type Behind, type Place, sumDifference } from "./difference";
import { rollUpUnderWay } from "./underWay";

interface UnitMonth {
  unitId: string;
  period: Month;
}

/** A unit's month that is not what would be rolled up now, with the revision that it is stored at. */
interface Differing extends UnitMonth {
  revision: number;
  place: Place;
}

const looksMax = 5;

/**
 * The first unit whose month is not the sum of what is below it, by the computation that rolls it up. It is no difference where it
 * is queued, nor where it was written since it was read, for the reasons that `behindOf` gives for months of pay.
 */
export async function behindResult(): Promise<Behind | null> {
  let open = await differingOf(await unitMonths());
  for (let looks = 0; open.length > 0 && looks < looksMax; looks += 1) {
    const queued = await rollUpUnderWay(open);
    const alone = open.filter((unit) => queued.get(unit)?.isOpen !== true);
    const again = new Map((await differingOf(alone)).map((unit) => [keyOf(unit), unit]));
    const behind = alone.find((unit) => again.get(keyOf(unit))?.revision === unit.revision);
    if (behind) {
      const { unitId, period, place } = behind;
      const isGivenUp = queued.get(behind)?.isGivenUp ?? false;
      return { memberId: null, period, ...place, at: `sum of unit ${unitId}, ${place.at}`, isGivenUp };
    }
    open = [...again.values()];
  }
  return null;
}

const keyOf = ({ unitId, period }: UnitMonth): string => `${unitId}:${period}`;

/** Every month that somebody brought something to a unit in, or to one below it: some hundreds a month. */
async function unitMonths(): Promise<UnitMonth[]> {
  const keys = new Set<string>();
  for await (const { unitMonth } of MemberSummaryModel.find({}, { unitMonth: 1 }).lean().cursor()) keys.add(unitMonth);
  for await (const { _id, parentMonth } of UnitSummaryModel.find({}, { parentMonth: 1 }).lean().cursor()) {
    keys.add(_id);
    if (parentMonth !== "none") keys.add(parentMonth);
  }
  return [...keys].sort().map((key) => {
    const at = key.lastIndexOf(":");
    return { unitId: key.slice(0, at), period: key.slice(at + 1) };
  });
}

const unitsAtOnce = 20;

async function differingOf(units: readonly UnitMonth[]): Promise<Differing[]> {
  const differing: Differing[] = [];
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    const some = units.slice(from, from + unitsAtOnce).map(async ({ unitId, period }) => {
      const behind = await resultBehind(unitId, period);
      if (!behind) return [];
      const { now, stored, revision } = behind;
      const moved = { at: "the unit above it", expected: "another one", found: "the one before" };
      return [{ unitId, period, revision, place: sumDifference(now, stored) ?? moved }];
    });
    differing.push(...(await Promise.all(some)).flat());
  }
  return differing;
}
