import type { targetErrors as chinese } from "../zhCN/targetErrors";

export const targetErrors: typeof chinese = {
  "target.levelBelow":
    "The targets one level down no longer add up to this one. Nothing was published and the old targets stay. Adjust that level in the same step.",
  "target.notAddedUp":
    "These targets do not add up to the one above. Nothing was published and your drafts are kept. Make them equal, or name what is kept back and why.",
  "target.notSet": "One of these targets has no value yet. Nothing was published. Set it first, then publish.",
  "target.notUnderParent":
    "A person or team does not belong below this unit in that month. Nothing was changed. Check where they belong and choose the right unit.",
  "target.ownPay":
    "Your own pay depends on the result of this unit, so you cannot set its target. Nothing was changed. Ask somebody of HR whose pay does not depend on it, or, where there is nobody, finance or an administrator.",
  "target.own": "Nobody sets their own target. Nothing was changed. Ask your manager or HR.",
  "target.parentUnpublished":
    "The target above is not published yet. This level has to wait and your drafts are kept. Publish it once the one above is in force.",
  "target.runningPeriod":
    "The month has begun, so a new or changed target would change pay. Nothing was changed. HR can publish it, with a reason where one in force is changed.",
  "target.subjectUnknown": "This person or team was not found. Nothing was changed. Choose again from the list.",
};
