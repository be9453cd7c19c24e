import { businessDayOf, type Month, monthOf, previousPeriod } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { countPeople, findUnits } from "../members";
import { readUnitMonths } from "../performance";
import { mayReadStaff } from "../staff";
import { teamsWithoutTarget } from "../targets";
import { ifAny, type OfficeRow } from "./row";

/** 报表: what can be computed from what is stored, each opening to what it consists of. */
export async function reportRows({ clock }: Pick<Deps, "clock">, actor: MemberActor): Promise<OfficeRow[]> {
  const today = businessDayOf(clock.now());
  const period = monthOf(today);
  const [now, before, without, people] = await Promise.all([
    attainmentOf(period),
    attainmentOf(previousPeriod(period)),
    teamsWithoutTarget(period, today),
    mayReadStaff(actor) ? countPeople() : null,
  ]);
  return [
    ...now,
    ...before,
    ...ifAny({
      kind: "targetsMissing",
      count: without.length,
      names: without.map(({ name }) => name),
      period,
      state: "attention",
    }),
    { kind: "targets", period },
    ...(people ? [{ kind: "active" as const, count: people.here }] : []),
  ];
}

/** The whole company's month; none before the first reading of the directory. */
export async function attainmentOf(period: Month): Promise<OfficeRow[]> {
  const company = [...(await findUnits()).values()].find(({ kind }) => kind === "company");
  const [month] = company ? await readUnitMonths([company.unitId], period) : [];
  if (!month) return [];
  const { doneFen, targetFen, visits } = month;
  return [{ kind: "attainment", period, doneFen, targetFen, visits }];
}
