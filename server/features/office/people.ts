import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { countLacking, countPeople } from "../members";
import { ifAny, type OfficeRow } from "./row";

/** 成员: who is here, and of whom something is missing. */
export async function peopleRows({ clock }: Pick<Deps, "clock">): Promise<OfficeRow[]> {
  const [counts, lacking] = await Promise.all([countPeople(), countLacking(businessDayOf(clock.now()))]);
  return [
    { kind: "active", count: counts.here },
    { kind: "withoutTeam", count: lacking.withoutTeam },
    // Who sells nothing and has no office needs none.
    { kind: "withoutRole", count: lacking.withoutRole },
    ...ifAny({ kind: "unsure", count: lacking.unsure, state: "attention" }),
    { kind: "left", count: counts.left },
  ];
}
