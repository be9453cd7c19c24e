/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const setupShapes = {
  "members.list": {
    fields: {
      items: {
        listOf: {
          fields: {
            memberId: "text",
            name: "text",
            state: "word",
            unitName: { orNull: "text" },
            employeeNumber: { orNull: "text" },
            joinedOn: { orNull: "day" },
            salesMode: { orNull: "text" },
            byDirectory: { listOf: "word" },
            leadsNames: { listOf: "text" },
            roles: {
              listOf: {
                fields: {
                  role: "word",
                  unitId: { orNull: "text" },
                  unitName: { orNull: "text" },
                  fromOn: "day",
                  lastOn: { orNull: "day" },
                },
              },
            },
          },
        },
      },
      nextCursor: { orNull: "text" },
      counts: { fields: { here: "whole", left: "whole" } },
      can: { fields: { readDirectory: "flag" } },
    },
  },
  "plans.firstPayingDay": {
    fields: {
      firstPayingOn: { orNull: "day" },
      setByName: { orNull: "text" },
      setAt: { orNull: "instant" },
      firstPlan: { orNull: { fields: { name: "text", validFrom: "day" } } },
      latestOn: "day",
      maySet: "flag",
      revision: "whole",
    },
  },
  "plans.setFirstPayingDay": { fields: { firstPayingOn: "day", revision: "whole" } },
  "roles.grant": { fields: { memberId: "text", revision: "whole" } },
  "sales.movedBy": {
    fields: {
      count: "whole",
      isAtLeast: "flag",
      first: {
        listOf: {
          fields: { saleId: "text", repName: "text", signedOn: "day", confirmedOn: "day", becomesHistory: "flag" },
        },
      },
    },
  },
  "setup.read": {
    fields: {
      steps: {
        listOf: {
          fields: { step: "word", state: "word", optional: "flag", mayI: "flag", byNames: { listOf: "text" } },
        },
      },
      directory: {
        fields: {
          wecom: "word",
          fault: { orNull: "word" },
          errcode: { orNull: "whole" },
          address: { orNull: "text" },
          checkedAt: { orNull: "instant" },
          since: { orNull: "instant" },
          directoryReadAt: { orNull: "instant" },
          peopleCount: "whole",
          teamsCount: "whole",
          phonesTold: "flag",
        },
      },
      roles: { fields: { admin: { listOf: "text" }, hr: { listOf: "text" }, finance: { listOf: "text" } } },
      units: {
        fields: {
          teams: {
            listOf: {
              fields: { unitId: "text", name: "text", leaderNames: { listOf: "text" }, sellersCount: "whole" },
            },
          },
        },
      },
      plan: {
        fields: {
          publishedNames: { listOf: "text" },
          withoutPlanCount: "whole",
          version: {
            orNull: {
              fields: {
                planId: "text",
                code: "text",
                version: "whole",
                name: "text",
                state: "word",
                revision: "whole",
                authorNames: { listOf: "text" },
                isMine: "flag",
                mayPublish: "flag",
                publisherNames: { listOf: "text" },
                reason: { orNull: "text" },
              },
            },
          },
          companyUnitId: { orNull: "text" },
        },
      },
      targets: { fields: { period: "month", withCount: "whole", teamsCount: "whole" } },
      openings: {
        fields: {
          membersCount: "whole",
          isOpen: "flag",
          none: { orNull: { fields: { byName: "text", at: "instant" } } },
          revision: "whole",
        },
      },
      calendar: { fields: { unknownYear: { orNull: { fields: { year: "text", writtenCount: "whole" } } } } },
      robots: { listOf: { fields: { unitId: "text", name: "text", hasRobot: "flag" } } },
      customers: { fields: { count: "whole", isWhole: "flag" } },
      today: "day",
    },
  },
  "setup.testRobot": { fields: { unitId: "text", sent: "flag", errcode: { orNull: "whole" } } },
} satisfies Record<string, Shape>;

export const setupAsked = {
  shapes: setupShapes,
  paths: {
    "members.list": "GET /api/v1/members",
    "plans.firstPayingDay": "GET /api/v1/first-paying-day",
    "plans.setFirstPayingDay": "PUT /api/v1/first-paying-day",
    "roles.grant": "POST /api/v1/members/:memberId/roles",
    "sales.movedBy": "GET /api/v1/first-paying-day/sales",
    "setup.read": "GET /api/v1/setup",
    "setup.testRobot": "POST /api/v1/setup/robots/:unitId/test",
  },
};
