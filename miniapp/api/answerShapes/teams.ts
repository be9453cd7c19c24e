/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { answeredStep } from "./parts/answeredStep";
import { checkInView } from "./parts/checkInView";
import { earlierRecord } from "./parts/earlierRecord";
import { pace } from "./parts/pace";
import { teamMonth } from "./parts/teamMonth";

export const teamsShapes = {
  "teams.level": {
    fields: {
      team: teamMonth,
      visits: "whole",
      path: { listOf: { fields: { unitId: "text", name: "text" } } },
      units: {
        listOf: {
          fields: {
            unitId: "text",
            name: "text",
            kind: "word",
            doneFen: "whole",
            targetFen: { orNull: "whole" },
            visits: "whole",
          },
        },
      },
      members: {
        orNull: {
          listOf: { fields: { memberId: "text", name: "text", doneFen: "whole", targetFen: { orNull: "whole" } } },
        },
      },
    },
  },
  "teams.read": {
    fields: {
      team: teamMonth,
      members: {
        orNull: {
          listOf: { fields: { memberId: "text", name: "text", doneFen: "whole", targetFen: { orNull: "whole" } } },
        },
      },
    },
  },
  "teams.member": {
    fields: {
      member: { fields: { memberId: "text", name: "text" } },
      period: "month",
      doneFen: "whole",
      targetFen: { orNull: "whole" },
      pace: pace,
      effectiveVisits: "whole",
      visits: {
        listOf: {
          fields: {
            visitId: "text",
            memberId: "text",
            on: "day",
            record: "text",
            answers: { listOf: answeredStep },
            earlierRecords: { listOf: earlierRecord },
            checkIn: checkInView,
            mayOpen: { optional: "flag" },
            customerId: { optional: "text" },
            customerName: "text",
            effective: "flag",
            standing: { optional: "word" },
            nextStep: { orNull: "text" },
          },
        },
      },
      sales: {
        optional: {
          listOf: {
            fields: { saleId: "text", customerName: "text", signedOn: "day", creditFen: "whole", mayOpen: "flag" },
          },
        },
      },
      stages: { listOf: { fields: { stage: "text", count: "whole" } } },
      areStagesWhole: "flag",
      helps: { listOf: { fields: { code: "word", count: "whole", customerNames: { optional: { listOf: "text" } } } } },
    },
  },
} satisfies Record<string, Shape>;

export const teamsAsked = {
  shapes: teamsShapes,
  paths: {
    "teams.level": "GET /api/v1/team-levels/:period",
    "teams.member": "GET /api/v1/teams/:unitId/members/:memberId/:period",
    "teams.read": "GET /api/v1/teams/:unitId/months/:period",
  },
};
