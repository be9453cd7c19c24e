import { businessDayOf, monthOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { countCustomers } from "../customers";
import { looksOfToday } from "../looks";
import { countPeople } from "../members";
import { plansInForce } from "../plans";
import { attainmentOf } from "./reports";
import type { OfficeRow } from "./row";

/** 审计: what an auditor may read. Each look at somebody's visits, sales or results is noted, and that person sees it. */
export async function auditRows({ clock }: Pick<Deps, "clock">): Promise<OfficeRow[]> {
  const today = businessDayOf(clock.now());
  const period = monthOf(today);
  const [looks, clients, people, plans, attainment] = await Promise.all([
    looksOfToday(clock.now()),
    countCustomers(),
    countPeople(),
    plansInForce(today),
    attainmentOf(period),
  ]);
  return [
    ...attainment,
    { kind: "looks", count: looks },
    { kind: "clients", ...clients },
    { kind: "active", count: people.here },
    { kind: "plansInForce", count: plans.length },
    { kind: "targets", period },
  ];
}
