import type { Actor } from "@shared/domain/actor";
import type { Plan } from "@shared/domain/pay";
import type { BusinessDay } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import { allow } from "../../http";
import { findOfficers } from "../members";
import { readOrganisationSnapshot } from "./assignments";
import type { PlanRecord } from "./planModel";
import { disinterested, isSecondPerson } from "./policy";
import { daysInForce, reachOf } from "./reach";

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
  const { publisherIds, paid } = await publishersOf({ plan, steps }, today);
  if (publisherIds.includes(actor.id)) return;
  if (paid.has(actor.id)) throw new AppError("plan.ownPay", `${actor.id} is paid by ${plan.code}@${plan.version}`);
  allow(false, "plans are published by HR");
}

/** Who may put this version in force: a second person whom it does not pay, as far as there is one. */
export async function publishersOf(
  { plan, steps }: { plan: Plan; steps: PlanRecord["steps"] },
  today: BusinessDay,
): Promise<{ publisherIds: string[]; paid: ReadonlySet<string> }> {
  const officers = await findOfficers(["hr", "finance", "admin"], today);
  const paid = await paidBy(plan);
  const second = officers.filter(({ memberId: id }) => isSecondPerson({ kind: "member", id }, steps));
  const candidates = second.map(({ memberId, roles }) => ({
    memberId,
    isHr: roles.includes("hr"),
    isPaidByIt: paid.has(memberId),
  }));
  return { publisherIds: disinterested(candidates).map(({ memberId }) => memberId), paid };
}

/** Whether a version pays this actor, or takes their plan away, on any of its days. */
export const isPaidBy = async (actor: Actor, plan: Plan): Promise<boolean> =>
  actor.kind === "member" && (await paidBy(plan)).has(actor.id);

/** As far as is known today: also from the day on which another plan of theirs ends. */
async function paidBy(plan: Plan): Promise<ReadonlySet<string>> {
  const { priced, repriced } = await reachOf(plan, await readOrganisationSnapshot(), daysInForce(plan));
  return new Set([...priced, ...repriced]);
}
