/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const saleView: Shape = {
  fields: {
    saleId: "text",
    customerId: "text",
    customerName: "text",
    rep: { fields: { memberId: "text", name: "text" } },
    amountFen: "whole",
    signedOn: "day",
    contractNo: { orNull: "text" },
    state: "word",
    revision: "whole",
    submittedAt: "instant",
    resubmittedAt: { optional: { orNull: "instant" } },
    confirmedAt: { orNull: "instant" },
    confirmedByName: { orNull: "text" },
    returnReason: { orNull: "text" },
    mayDecide: "flag",
    mayPraise: "flag",
    deciderNames: { optional: { listOf: "text" } },
  },
};
