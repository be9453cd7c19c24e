/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { customerChanged } from "./parts/customerChanged";

const contactView: Shape = {
  fields: {
    contactId: "text",
    name: "text",
    role: { orNull: "text" },
    phone: { orNull: "text" },
    needs: { orNull: "text" },
  },
};

const similarCustomerView: Shape = {
  fields: {
    customerId: "text",
    shortName: "text",
    ownerNames: { listOf: "text" },
    sameBy: { listOf: "word" },
    mine: { optional: "flag" },
    mayOpen: "flag",
  },
};

const siteView: Shape = {
  fields: {
    siteId: "text",
    name: "text",
    address: "text",
    latDeg: { orNull: "number" },
    lngDeg: { orNull: "number" },
    radiusM: "number",
    codeMarks: { optional: { listOf: "text" } },
  },
};

const customerView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    grade: "word",
    stage: "text",
    initials: "text",
    numbers: { listOf: "text" },
    phoneTails: { listOf: "text" },
    contactNames: { optional: { listOf: "text" } },
    contacts: { optional: { listOf: { fields: { contactId: "text", name: "text" } } } },
    sites: { listOf: siteView },
    lastVisitOn: { orNull: "day" },
    lastTypeId: { optional: { orNull: "text" } },
    isNew: { optional: "flag" },
    nextStep: { orNull: { fields: { text: "text", on: "day" } } },
    otherThere: { optional: { orNull: { fields: { byName: "text", on: "day" } } } },
    otherOwners: { optional: { listOf: { fields: { name: "text", from: "day" } } } },
    asked: {
      optional: {
        orNull: {
          fields: {
            questionId: "text",
            askedName: "text",
            word: { orNull: "text" },
            reason: { orNull: "text" },
            answerUntil: "instant",
            state: "word",
          },
        },
      },
    },
  },
};

const customerDetailView: Shape = {
  fields: {
    customerId: "text",
    name: "text",
    shortName: "text",
    industry: { orNull: "text" },
    grade: "word",
    stage: "text",
    creditCode: { optional: { orNull: "text" } },
    externalIds: { listOf: { fields: { system: "text", id: "text" } } },
    owners: { listOf: { fields: { memberId: "text", share: "text", from: "day", to: { orNull: "day" } } } },
    coServedByIds: { listOf: "text" },
    tags: { listOf: "text" },
    contacts: { orNull: { listOf: contactView } },
    sites: {
      listOf: {
        fields: {
          siteId: "text",
          name: "text",
          address: "text",
          latDeg: { orNull: "number" },
          lngDeg: { orNull: "number" },
          radiusM: "number",
          codeMarks: { optional: { listOf: "text" } },
          pinStatus: "word",
          proposed: {
            optional: {
              orNull: {
                fields: {
                  byName: "text",
                  at: "instant",
                  source: { optional: "word" },
                  deciderNames: { optional: { listOf: "text" } },
                  accuracyM: { optional: { orNull: "number" } },
                },
              },
            },
          },
          accepted: { optional: { fields: { proposalId: "text", revision: "whole", byName: "text", at: "instant" } } },
        },
      },
    },
    merged: {
      optional: {
        listOf: {
          fields: { customerId: "text", name: "text", on: "day", byName: "text", undoUntil: { orNull: "day" } },
        },
      },
    },
    revision: "whole",
  },
};

export const customersShapes = {
  "customers.mine": { fields: { items: { listOf: customerView }, nextCursor: { orNull: "text" } } },
  "customers.similar": { fields: { items: { listOf: similarCustomerView } } },
  "customers.read": {
    fields: {
      customer: customerDetailView,
      people: { listOf: { fields: { memberId: "text", name: "text", hasLeft: { optional: "flag" } } } },
      giving: {
        optional: { fields: { from: "day", people: { listOf: { fields: { memberId: "text", name: "text" } } } } },
      },
      may: { fields: { edit: "flag", confirmPin: "flag", merge: { optional: "flag" } } },
    },
  },
  "customers.addContact": customerChanged,
} satisfies Record<string, Shape>;

export const customersAsked = {
  shapes: customersShapes,
  paths: {
    "customers.mine": "GET /api/v1/me/customers",
    "customers.similar": "POST /api/v1/customer-duplicates",
    "customers.read": "GET /api/v1/customers/:customerId",
    "customers.addContact": "POST /api/v1/customers/:customerId/contacts",
  },
};
