import type { AnswerOf } from "@shared/contracts";

type Page = AnswerOf<"customers.read">;

/** What the server says of a client whose names stay the same in all tests of its forms. */
export const clientPage = (more: Partial<Page["customer"]>): Page => ({
  customer: {
    ...{ customerId: "c1", name: "海岳机械有限公司", shortName: "海岳", industry: null, grade: "B", stage: "签单" },
    ...{ externalIds: [], owners: [], coServedByIds: [], tags: [], contacts: [], sites: [], revision: 3 },
    ...more,
  },
  people: [],
  may: { edit: true, confirmPin: false },
});
