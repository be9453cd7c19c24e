/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { pace } from "./parts/pace";
import { stateTotals } from "./parts/stateTotals";
import { teamMonth } from "./parts/teamMonth";

export const todayShapes = {
  "today.read": {
    fields: {
      period: "month",
      asOf: "instant",
      pace: pace,
      mine: {
        orNull: {
          fields: {
            doneFen: "whole",
            targetFen: { orNull: "whole" },
            totals: stateTotals,
            monthFen: "whole",
            nowFen: "whole",
            commissionNowFen: "whole",
            commissionFen: "whole",
            commissionEstimatedFen: { optional: "whole" },
            hasCommission: { optional: { orNull: "flag" } },
            besidesFen: { optional: "whole" },
            ordersCount: "whole",
            effectiveVisitsCount: "whole",
            todayGain: { orNull: { fields: { salesFen: "whole", commissionFen: "whole", otherFen: "whole" } } },
            pending: {
              fields: {
                count: "whole",
                amountFen: "whole",
                newestSignedOn: { optional: { orNull: "day" } },
                earliestSignedOn: { optional: { orNull: "day" } },
              },
            },
          },
        },
      },
      team: { orNull: teamMonth },
      leads: { listOf: { fields: { team: teamMonth } } },
    },
  },
} satisfies Record<string, Shape>;
