import type { BusinessDay } from "@shared/domain/time";
import { defineEvent } from "../../outbox";

/** A version of a plan is in force from its first day on. */
export interface PlanPublished {
  code: string;
  version: number;
  /** The day of the publication; missing where an older version said it. */
  publishedOn?: BusinessDay;
  /** What is told to those who wrote it; missing where an older version said it. */
  told?: PublishedTold;
}

/** What those who wrote or submitted a version are told of its publication. */
export interface PublishedTold {
  planId: string;
  name: string;
  version: number;
  authorIds: string[];
  byName: string;
  validFrom: BusinessDay;
  /** Business time, ISO. */
  at: string;
}

export const planPublished = defineEvent<PlanPublished>("plan.published");

/** A version waits for a second person to put it in force. */
export interface PlanSubmitted {
  planId: string;
}

export const planSubmitted = defineEvent<PlanSubmitted>("plan.submitted");

/** Whoever submitted a version has taken it back: it waits for nobody else. */
export interface PlanWithdrawn {
  planId: string;
}

export const planWithdrawn = defineEvent<PlanWithdrawn>("plan.withdrawn");

/** A version has been given back to those who wrote it. */
export interface PlanSentBack {
  planId: string;
  revision: number;
  name: string;
  version: number;
  /** Members who wrote or submitted it. */
  authorIds: string[];
  byName: string;
  reason: string;
  /** Business time, ISO. */
  at: string;
}

export const planSentBack = defineEvent<PlanSentBack>("plan.sentBack");

/** The company's first paying day is another one: what counts for history alone is, too. */
export interface FirstPayingDaySet {
  on: BusinessDay;
  /** Null: there was none. */
  before: BusinessDay | null;
}

export const firstPayingDaySet = defineEvent<FirstPayingDaySet>("plans.firstPayingDaySet");
