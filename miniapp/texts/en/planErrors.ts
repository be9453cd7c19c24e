import type { planErrors as chinese } from "../zhCN/planErrors";

export const planErrors: typeof chinese = {
  "plan.beforeFirstPayingDay":
    "The plan would begin before the day from which the company pays by plans. It was not submitted or published, and older orders still count for history alone. Choose that day or a later one; where that day is wrong, HR or an administrator changes it first.",
  "plan.faulty":
    "The plan does not pass its check, or another plan is equally near to the same people. It stays where it was: a draft is not submitted, a version in review not published. Correct the places listed, or the other plan's people or days, and submit again.",
  "plan.insidePeriod":
    "The version would begin on a day (today included) or inside a period in which the people listed are paid by a plan. It was not put forward and the present plan stays. Choose the first allowed day listed (tomorrow or later for pay by the event, the first day of a coming period for pay by the period, also for the plan that it takes people from) and submit again.",
  "plan.notChecked":
    "The check of this version is not finished. It was not submitted, and nobody else sees it yet. Have it checked and submit it then; a plan that was changed is checked again.",
  "plan.notDraft": "This version is in review. Nothing was changed. Send it back first, then edit it.",
  "plan.notInReview": "This version is not in review. Nothing was changed. Reload to see where it stands.",
  "plan.published": "A published version never changes. Pay goes on as before. Draft the next version instead.",
  "plan.ownPay":
    "This plan changes your own pay, so you cannot publish it. It is still in review. Ask somebody of HR whom it does not concern, or, where there is nobody, finance or an administrator whom it does not concern.",
  "plan.paysEarlier":
    "A plan pays from an earlier day already. The first paying day was not changed, and what has been priced stays. Choose the first day of that plan or an earlier month.",
  "plan.secondPerson":
    "Whoever wrote or submitted a plan does not publish it. It still waits in review. Ask another person of HR or, where there is nobody, finance or an administrator.",
  "plan.unknown": "This plan was not found. Nothing was changed. Go back to the list of plans.",
  "plan.versionGap": "Version numbers follow the last published one. Nothing was stored. Use the next number.",
};
