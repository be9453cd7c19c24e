import type { Actor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { allow } from "../../http";
import { findOfficers } from "../members";
import { readPlanWorld } from "./assignments";
import type { PlanRecord } from "./planModel";
import { disinterested, isSecondPerson } from "./policy";
import { laterOf, reachOf } from "./reach";

/**
 * Refuses whoever may not put this version in force: those who wrote or submitted it, and those whom it pays (or whose plan it
 * takes away), as far as there is somebody else.
 */
export async function requirePublisher(
  actor: Actor,
  { plan, steps }: { plan: Plan; steps: PlanRecord["steps"] },
  today: BusinessDay,
): Promise<void> {
  if (!isSecondPerson(actor, steps)) throw new AppError("plan.secondPerson", "somebody else publishes it");
  if (actor.kind !== "member") return;
  const officers = await findOfficers(["hr", "finance", "admin"], today);
  const paid = await paidBy(plan, today);
  const second = officers.filter(({ memberId: id }) => isSecondPerson({ kind: "member", id }, steps));
  const candidates = second.map(({ memberId, roles }) => ({
    memberId,
    isHr: roles.includes("hr"),
    isPaidByIt: paid.has(memberId),
  }));
  if (disinterested(candidates).some(({ memberId }) => memberId === actor.id)) return;
  if (paid.has(actor.id)) throw new AppError("plan.ownPay", `${actor.id} is paid by ${plan.code}@${plan.version}`);
  allow(false, "plans are published by HR");
}

/** Whether a version pays this actor, or takes their plan away. */
export const isPaidBy = async (actor: Actor, plan: Plan, today: BusinessDay): Promise<boolean> =>
  actor.kind === "member" && (await paidBy(plan, today)).has(actor.id);

async function paidBy(plan: Plan, today: BusinessDay): Promise<ReadonlySet<string>> {
  const span = { from: plan.validFrom, to: laterOf(plan.validFrom, today) };
  const { priced, repriced } = await reachOf(plan, await readPlanWorld(), span);
  return new Set([...priced, ...repriced]);
}
