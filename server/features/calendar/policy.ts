import type { Actor } from "@shared/domain/actor";

/** HR and administrators keep the calendar; auditors read it. */
export const mayReadCalendar = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  maySetCalendar(actor) || (actor.kind === "member" && actor.roles.includes("auditor"));

export const maySetCalendar = (actor: Pick<Actor, "kind" | "roles">): boolean =>
  actor.kind === "member" && (actor.roles.includes("hr") || actor.roles.includes("admin"));
