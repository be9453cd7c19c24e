/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const rolesShapes = {
  "roles.overview": {
    fields: {
      items: {
        listOf: {
          fields: {
            memberId: "text",
            name: "text",
            role: "word",
            unitId: { orNull: "text" },
            unitName: { orNull: "text" },
            fromOn: "day",
            lastOn: { orNull: "day" },
            byName: { orNull: "text" },
          },
        },
      },
      isWhole: "flag",
      units: { listOf: { fields: { unitId: "text", name: "text" } } },
      can: { fields: { grant: "flag" } },
    },
  },
  "roles.grant": { fields: { memberId: "text", revision: "whole" } },
  "roles.revoke": { fields: { memberId: "text", revision: "whole" } },
} satisfies Record<string, Shape>;
