import type { AnswerOf, BodyOf } from "@shared/contracts";
import { type Fact, saleGains } from "@shared/domain/pay";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { sumFen } from "@shared/domain/money";
import { allow, type MemberActor } from "../../http";
import { type BookingDeps, changesOf, memberProgress } from "../statements";
import { textsFor } from "../../texts";
import { newCustomerOf } from "./newCustomer";
import { maySubmitSale } from "./policy";
import { checkDraft, submittedSale } from "./saleDraft";
import { countsFor } from "./saleCredits";
import { decideSale, saleFact } from "./saleFact";
import { incrementsOf, zeroSentenceOf } from "./saleIncrements";
import { pendingOf } from "./sales";
import { deciderNamesOf } from "./whoDecides";

const plannedId = "planned";

/**
 * What a sale would bring whoever records it, if it were confirmed now: by the way that a confirmation takes, with nothing written. So
 * the message afterwards says the same, unless something else has been confirmed by then.
 */
export async function previewSale(
  deps: BookingDeps,
  { actor, body }: { actor: MemberActor; body: BodyOf<"sales.preview"> },
): Promise<AnswerOf<"sales.preview">> {
  const now = deps.clock.now();
  allow(maySubmitSale(actor), "only members of a sales team record sales");
  const draft = await checkDraft(deps, actor, { ...body, contractNo: null, largeAmountSeen: true });
  const sale = submittedSale({ ...draft, _id: plannedId, repId: actor.id, repName: actor.name, submittedAt: now });
  const [decision, deciderNames, all] = await Promise.all([
    decideSale(deps, sale, now),
    deciderNamesOf(sale, actor, businessDayOf(now)),
    countsFor(sale),
  ]);
  const othersNames = all.filter(({ memberId }) => memberId !== actor.id).map(({ name }) => name);
  const newCustomer = await newCustomerOf(deps, sale, decision);
  const facts: [Fact, ...Fact[]] = [saleFact(sale, decision), ...(newCustomer ? [newCustomer.fact] : [])];
  const [changes, pending] = await Promise.all([changesOf(deps, facts), pendingOf(actor.id)]);
  const period = monthOf(decision.countsOn);
  const own = changes.find(({ memberId }) => memberId === actor.id);
  const increment = incrementsOf(sale, facts, changes, decision.historyBefore).find(
    ({ memberId }) => memberId === actor.id,
  );
  if (!own || !increment) {
    const { doneFen, targetFen } = await memberProgress(actor.id, period);
    const month = { doneBeforeFen: doneFen, doneFen, targetFen };
    const none = { creditFen: 0, totalFen: 0, ownFen: 0, othersFen: 0, rewardsFen: 0, gains: [], reason: null };
    return { period, ...none, othersNames, month, pending, deciderNames };
  }
  const reason = () => {
    const { saleWin, format } = textsFor(actor);
    if (zeroReason?.kind === "history") return saleWin.history({ day: format.day(zeroReason.before) }).trim();
    return zeroReason === null ? null : zeroSentenceOf(own, sale, facts[0].id, actor.language);
  };
  const factIds = facts.map(({ id }) => id) as [string, ...string[]]; // of facts, of which there is at least one
  const { creditFen, ownFen, othersFen, rewards = [], zeroReason, month } = increment;
  return {
    period,
    creditFen,
    totalFen: own.expected.after.totals.amountFen - own.expected.before.totals.amountFen,
    ownFen,
    othersFen,
    rewardsFen: sumFen(rewards.map(({ fen }) => fen)),
    gains: saleGains({ ...own.expected, assignments: own.assignments }, factIds, actor.language),
    reason: reason(),
    othersNames,
    month,
    pending,
    deciderNames,
  };
}
