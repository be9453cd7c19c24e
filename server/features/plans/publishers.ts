import type { Actor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { allow } from "../../http";
import { findOfficers } from "../members";
import { readPlanWorld } from "./assignments";
import type { PlanRecord } from "./planModel";
import { disinterested, isSecondPerson } from "./policy";
import { reachOf } from "./scope";

/**
 * Refuses whoever may not put this version in force: those who wrote or submitted it, and those whom it pays (or whose plan it
 * takes away), as far as there is somebody else.
 * @returns whether somebody publishes it whom it pays, since it pays everybody who could
 */
export async function requirePublisher(
  actor: Actor,
  { plan, steps }: { plan: Plan; steps: PlanRecord["steps"] },
  today: BusinessDay,
): Promise<{ isPaidByIt: boolean }> {
  if (!isSecondPerson(actor, steps)) throw new AppError("plan.secondPerson", "somebody else publishes it");
  if (actor.kind !== "member") return { isPaidByIt: false };
  const officers = await findOfficers(["hr", "finance", "admin"], today);
  const to = plan.validFrom > today ? plan.validFrom : today;
  const { priced, repriced } = await reachOf(plan, await readPlanWorld(), { from: plan.validFrom, to });
  const paid = new Set([...priced, ...repriced]);
  const second = officers.filter(({ memberId: id }) => isSecondPerson({ kind: "member", id }, steps));
  const candidates = second.map(({ memberId, roles }) => ({
    memberId,
    isHr: roles.includes("hr"),
    isPaidByIt: paid.has(memberId),
  }));
  const isPaidByIt = paid.has(actor.id);
  if (disinterested(candidates).some(({ memberId }) => memberId === actor.id)) return { isPaidByIt };
  if (isPaidByIt) throw new AppError("plan.ownPay", `${actor.id} is paid by ${plan.code}@${plan.version}`);
  allow(false, "plans are published by HR");
  return { isPaidByIt };
}
