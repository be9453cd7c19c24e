/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { answeredStep } from "./parts/answeredStep";
import { customerChanged } from "./parts/customerChanged";
import { foundCustomerView } from "./parts/foundCustomerView";

const listedCustomerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
    pin: { orNull: "word" },
    lastVisitOn: { orNull: "day" },
  },
};

const mergeSideView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    address: { orNull: "text" },
    ownerNames: { listOf: "text" },
    visitCount: "number",
    saleCount: "number",
    waitingCount: "number",
    hasFirstOrder: "flag",
    creditCode: { optional: { orNull: "text" } },
    revision: "whole",
  },
};

const timelineItemView: Shape = {
  fields: {
    itemId: "text",
    kind: "word",
    at: "instant",
    byName: { orNull: "text" },
    text: { orNull: "text" },
    answers: { listOf: answeredStep },
    verdict: { orNull: "word" },
    effective: { orNull: "flag" },
    standing: { optional: { orNull: "word" } },
    isCorrected: "flag",
    stage: { optional: { orNull: { fields: { from: "text", to: "text", isUndone: "flag", mayUndo: "flag" } } } },
    channel: { optional: { orNull: "word" } },
    amountFen: { orNull: "whole" },
    saleState: { orNull: "word" },
    action: { orNull: "text" },
    changed: { listOf: "text" },
    given: { optional: { fields: { names: { listOf: "text" }, from: "day" } } },
    opens: { orNull: { fields: { page: "word", id: "text", on: "day" } } },
  },
};

export const clientsShapes = {
  "customers.find": {
    fields: { items: { listOf: foundCustomerView }, nextCursor: { orNull: "text" }, isCut: { optional: "flag" } },
  },
  "customers.list": {
    fields: {
      items: { listOf: listedCustomerView },
      nextCursor: { orNull: "text" },
      isCut: { optional: "flag" },
      total: { optional: { fields: { count: "whole", isAtLeast: "flag" } } },
    },
  },
  "customers.timeline": {
    fields: {
      items: { listOf: timelineItemView },
      nextCursor: { orNull: "text" },
      otherThere: { optional: { orNull: { fields: { byName: "text", on: "day" } } } },
      questions: {
        optional: {
          listOf: {
            fields: {
              questionId: "text",
              customerId: "text",
              customerName: "text",
              byName: "text",
              askedName: "text",
              askedAt: "instant",
              answerUntil: "instant",
              state: "word",
              word: { orNull: "text" },
              reason: { orNull: "text" },
              revision: "whole",
            },
          },
        },
      },
    },
  },
  "customers.edit": customerChanged,
  "customers.assign": customerChanged,
  "customers.mergePreview": {
    fields: {
      kept: mergeSideView,
      other: mergeSideView,
      sites: { listOf: { fields: { name: "text", address: "text", isAdded: "flag" } } },
      contacts: { listOf: { fields: { name: "text", isAdded: "flag" } } },
      tags: { listOf: "text" },
      externalIds: { listOf: { fields: { system: "text", id: "text" } } },
      helperNames: { listOf: "text" },
      ownersFrom: "day",
      areOwnersOther: "flag",
      fault: { orNull: "word" },
      undoUntil: "day",
      opens: { optional: "flag" },
    },
  },
  "customers.merge": customerChanged,
  "customers.undoMerge": customerChanged,
  "sites.edit": customerChanged,
} satisfies Record<string, Shape>;

export const clientsAsked = {
  shapes: clientsShapes,
  paths: {
    "customers.find": "GET /api/v1/customers",
    "customers.list": "GET /api/v1/customer-list",
    "customers.timeline": "GET /api/v1/customers/:customerId/timeline",
    "customers.edit": "PUT /api/v1/customers/:customerId",
    "customers.mergePreview": "GET /api/v1/customers/:customerId/merges/:otherId",
    "customers.merge": "POST /api/v1/customers/:customerId/merges",
    "customers.undoMerge": "POST /api/v1/customers/:customerId/merge-undo",
    "customers.assign": "PUT /api/v1/customers/:customerId/owners",
    "sites.edit": "PUT /api/v1/customers/:customerId/sites/:siteId",
  },
};
