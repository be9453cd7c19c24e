/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { task } from "./parts/task";

export const plansShapes = {
  "simulations.begin": { fields: { planId: "text", task: { orNull: task } } },
  "simulations.read": {
    fields: {
      state: "word",
      done: "whole",
      total: { orNull: "whole" },
      askAgainMs: { orNull: "whole" },
      isCurrent: "flag",
      mayBegin: "flag",
      isWithheld: { optional: "flag" },
      report: {
        orNull: {
          fields: {
            isMadeUp: "flag",
            from: "month",
            to: "month",
            memberCount: "whole",
            monthCount: "whole",
            exceptions: "whole",
            salesFen: "whole",
            beforeFen: "whole",
            afterFen: "whole",
            medianBeforeFen: "whole",
            medianAfterFen: "whole",
            winners: "whole",
            losers: "whole",
            same: "whole",
            people: {
              orNull: {
                fields: {
                  gains: {
                    listOf: {
                      fields: {
                        memberId: "text",
                        name: "text",
                        salesFen: "whole",
                        beforeFen: "whole",
                        afterFen: "whole",
                      },
                    },
                  },
                  losses: {
                    listOf: {
                      fields: {
                        memberId: "text",
                        name: "text",
                        salesFen: "whole",
                        beforeFen: "whole",
                        afterFen: "whole",
                      },
                    },
                  },
                },
              },
            },
            teams: { listOf: { fields: { name: "text", salesFen: "whole", beforeFen: "whole", afterFen: "whole" } } },
            components: { listOf: { fields: { name: "text", beforeFen: "whole", afterFen: "whole" } } },
            nearCliffs: "whole",
            unequalBands: "whole",
            fairness: { listOf: { fields: { kind: "word", count: "whole", amountFen: { orNull: "whole" } } } },
            simulatedAt: "instant",
          },
        },
      },
    },
  },
  "plans.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            planId: "text",
            code: "text",
            version: "whole",
            name: "text",
            validFrom: "day",
            state: "word",
            revision: "whole",
          },
        },
      },
      nextCursor: { orNull: "text" },
      without: { optional: { fields: { count: "whole", names: { listOf: "text" } } } },
    },
  },
  "plans.read": {
    fields: {
      plan: {
        fields: {
          planId: "text",
          code: "text",
          version: "whole",
          name: "text",
          validFrom: "day",
          state: "word",
          revision: "whole",
          rules: "object",
          steps: {
            listOf: {
              fields: {
                action: "word",
                by: { fields: { kind: "word", id: "text" } },
                name: { orNull: "text" },
                at: "instant",
                reason: { orNull: "text" },
              },
            },
          },
        },
      },
    },
  },
  "plans.draft": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.check": { fields: { planId: "text", task: { orNull: task } } },
  "plans.report": {
    fields: {
      check: {
        fields: {
          state: "word",
          done: "whole",
          total: "whole",
          askAgainMs: { orNull: "whole" },
          report: {
            orNull: {
              fields: {
                probes: "whole",
                unfinished: { listOf: "word" },
                findings: {
                  listOf: {
                    fields: {
                      code: "word",
                      severity: "word",
                      path: "text",
                      of: { fields: { name: "text", nameEn: { optional: "text" } } },
                      number: { orNull: "number" },
                      before: { listOf: { fields: { at: "text", paysFen: "whole" } } },
                      after: { listOf: { fields: { at: "text", paysFen: "whole" } } },
                    },
                  },
                },
                leftOut: "whole",
                checkedAt: "instant",
              },
            },
          },
        },
      },
    },
  },
  "plans.submit": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.withdraw": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.sendBack": { fields: { planId: "text", state: "word", revision: "whole" } },
  "plans.publish": { fields: { planId: "text", state: "word", revision: "whole" } },
} satisfies Record<string, Shape>;

export const plansAsked = {
  shapes: plansShapes,
  paths: {
    "plans.list": "GET /api/v1/plans",
    "plans.read": "GET /api/v1/plans/:planId",
    "plans.draft": "PUT /api/v1/plans",
    "plans.check": "POST /api/v1/plans/:planId/check",
    "plans.report": "GET /api/v1/plans/:planId/report",
    "simulations.begin": "POST /api/v1/plans/:planId/simulation",
    "simulations.read": "GET /api/v1/plans/:planId/simulation",
    "plans.submit": "POST /api/v1/plans/:planId/submission",
    "plans.withdraw": "POST /api/v1/plans/:planId/withdrawal",
    "plans.sendBack": "POST /api/v1/plans/:planId/return",
    "plans.publish": "POST /api/v1/plans/:planId/publication",
  },
};
