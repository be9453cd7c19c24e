/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";
import { answeredStep } from "./answeredStep";
import { checkInView } from "./checkInView";
import { earlierRecord } from "./earlierRecord";

export const footstep: Shape = {
  fields: {
    visitId: "text",
    memberId: "text",
    on: "day",
    record: "text",
    answers: { listOf: answeredStep },
    earlierRecords: { listOf: earlierRecord },
    checkIn: checkInView,
    mayOpen: { optional: "flag" },
  },
};
