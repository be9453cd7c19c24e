import { businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { countCustomers } from "../customers";
import { pageOfPairs, standingPairs } from "../duplicates";
import { countExportsOf } from "../exports";
import { countImportsOf, mayImport } from "../imports";
import { countLeavers } from "../members";
import { typesNow } from "../visitTypes";
import { ifAny, type OfficeRow } from "./row";

/** More pairs are looked at on their own page. */
const pairsMax = 100;

/** 导入: what is there to begin with, and what of it asks for somebody. */
export async function dataRows(
  deps: Pick<Deps, "clock" | "realNow" | "caches">,
  actor: MemberActor,
): Promise<OfficeRow[]> {
  const today = businessDayOf(deps.clock.now());
  const [imports, clients, { pairs, next }, leavers, types, taken] = await Promise.all([
    mayImport(actor, "customers") ? countImportsOf(actor.id) : null,
    countCustomers(),
    pageOfPairs(null, { state: "open", after: null, max: pairsMax }),
    countLeavers(),
    typesNow(deps).read(),
    countExportsOf(actor.id),
  ]);
  const { standing } = await standingPairs(pairs, today);
  return [
    ...(imports === null ? [] : [{ kind: "imports" as const, count: imports }]),
    { kind: "clients", ...clients },
    ...ifAny({ kind: "duplicates", count: standing.length, isWhole: next === null, state: "attention" }),
    { kind: "exports", count: taken },
    { kind: "visitTypes", count: types.filter(({ inUse }) => inUse).length },
    { kind: "leaversKept", count: leavers },
  ];
}
