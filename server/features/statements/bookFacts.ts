import type { ClientSession } from "mongoose";
import { type Fact, standingFacts } from "@shared/domain/pay";
import type { Month } from "@shared/domain/time";
import { allBy } from "../../db";
import { CreditModel, type CreditRecord } from "./creditModel";
import { refersRole } from "./referredFacts";

/** Whole months read at once: they are long, and whoever waits for one waits for all. */
const monthsMax = 20;

export const repMonthOf = (memberId: string, period: Month) => `${memberId}:${period}`;

const monthCredits = allBy<CreditRecord, "repMonth">(CreditModel, "repMonth", { valuesMax: monthsMax });

/** What a month's book is made of: facts that credit the member and count in it, and others that it has to know. */
export interface BookFacts {
  facts: Fact[];
  referred: Fact[];
}

export async function bookFactsOf(memberId: string, period: Month, session?: ClientSession): Promise<BookFacts> {
  const { credited, referred } = await creditedFacts(memberId, period, session);
  return { facts: standingFacts(credited), referred: standingFacts(referred) };
}

/** The facts that credit a member and count in a month. */
export const factsOfMonth = async (memberId: string, period: Month): Promise<Fact[]> =>
  (await bookFactsOf(memberId, period)).facts;

/** The same in all their revisions, and what was taken back. */
export async function creditedFacts(
  memberId: string,
  period: Month,
  session?: ClientSession,
): Promise<{ credited: Fact[]; referred: Fact[] }> {
  const repMonth = repMonthOf(memberId, period);
  const credits = session
    ? await CreditModel.find({ repMonth }, null, { session }).lean<CreditRecord[]>()
    : ((await monthCredits.get(repMonth)) ?? []);
  return factsOfCredits(credits);
}

export function factsOfCredits(credits: readonly CreditRecord[]): { credited: Fact[]; referred: Fact[] } {
  // Each credit carries its whole fact, as the engine's type wrote it.
  const factsIn = (are: readonly CreditRecord[]) => are.map((credit) => credit.fact as Fact);
  return {
    credited: factsIn(credits.filter(({ role }) => role !== refersRole)),
    referred: factsIn(credits.filter(({ role }) => role === refersRole)),
  };
}
