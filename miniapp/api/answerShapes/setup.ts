/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const setupShapes = {
  "setup.ready": {
    fields: {
      wecom: "word",
      fault: { orNull: "word" },
      errcode: { orNull: "whole" },
      since: { orNull: "instant" },
      directoryReadAt: { orNull: "instant" },
      knowsPeople: "flag",
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
      calendar: { fields: { unknownYear: { orNull: "text" } } },
      robots: { listOf: { fields: { unitId: "text", name: "text", hasRobot: "flag" } } },
      customers: { fields: { count: "whole", isWhole: "flag" } },
      today: "day",
    },
  },
  "setup.testRobot": { fields: { unitId: "text", sent: "flag", errcode: { orNull: "whole" } } },
} satisfies Record<string, Shape>;
