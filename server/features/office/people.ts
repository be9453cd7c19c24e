import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { countPeople } from "../members";
import { ifAny, type OfficeRow } from "./row";

/** 成员: who is here, and of whom something is missing. */
export async function peopleRows({ clock }: Pick<Deps, "clock">): Promise<OfficeRow[]> {
  const counts = await countPeople(businessDayOf(clock.now()));
  return [
    { kind: "active", count: counts.active },
    { kind: "withoutTeam", count: counts.withoutTeam },
    // Who sells nothing and has no office needs none.
    { kind: "withoutRole", count: counts.withoutRole },
    ...ifAny({ kind: "unsure", count: counts.unsure, state: "attention" }),
    { kind: "left", count: counts.left },
  ];
}
