/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const openingsShapes = {
  "openings.list": {
    fields: {
      payingOn: { orNull: "day" },
      setterNames: { optional: { listOf: "text" } },
      sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
      membersCount: "whole",
      items: {
        listOf: {
          fields: {
            importId: "text",
            state: "word",
            asOf: "day",
            fileName: "text",
            source: "word",
            rows: "whole",
            sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
            changes: "whole",
            membersCount: "whole",
            preparedByName: "text",
            preparedAt: "instant",
            decision: {
              orNull: { fields: { byName: "text", allowed: "flag", reason: { orNull: "text" }, at: "instant" } },
            },
            postedAt: { orNull: "instant" },
            deciderNames: { listOf: "text" },
            mayDecide: "flag",
            isMine: "flag",
            revision: "whole",
          },
        },
      },
      none: { orNull: { fields: { byName: "text", at: "instant" } } },
      mayPrepare: "flag",
      revision: "whole",
    },
  },
  "openings.read": {
    fields: {
      opening: {
        fields: {
          importId: "text",
          state: "word",
          asOf: "day",
          fileName: "text",
          source: "word",
          rows: "whole",
          sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
          changes: "whole",
          membersCount: "whole",
          preparedByName: "text",
          preparedAt: "instant",
          decision: {
            orNull: { fields: { byName: "text", allowed: "flag", reason: { orNull: "text" }, at: "instant" } },
          },
          postedAt: { orNull: "instant" },
          deciderNames: { listOf: "text" },
          mayDecide: "flag",
          isMine: "flag",
          revision: "whole",
        },
      },
    },
  },
  "openings.members": {
    fields: {
      items: {
        listOf: {
          fields: {
            memberId: "text",
            name: "text",
            sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
            balances: {
              listOf: {
                fields: {
                  kind: "word",
                  period: { orNull: "text" },
                  item: { orNull: "text" },
                  client: { orNull: "text" },
                  on: { orNull: "day" },
                  note: { orNull: "text" },
                  amountFen: "whole",
                  changeFen: "whole",
                  row: "whole",
                },
              },
            },
            isWhole: "flag",
          },
        },
      },
      nextCursor: { orNull: "text" },
    },
  },
  "openings.decide": {
    fields: {
      opening: {
        fields: {
          importId: "text",
          state: "word",
          asOf: "day",
          fileName: "text",
          source: "word",
          rows: "whole",
          sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
          changes: "whole",
          membersCount: "whole",
          preparedByName: "text",
          preparedAt: "instant",
          decision: {
            orNull: { fields: { byName: "text", allowed: "flag", reason: { orNull: "text" }, at: "instant" } },
          },
          postedAt: { orNull: "instant" },
          deciderNames: { listOf: "text" },
          mayDecide: "flag",
          isMine: "flag",
          revision: "whole",
        },
      },
    },
  },
  "openings.sayNone": { fields: { byName: "text", at: "instant", revision: "whole" } },
  "openings.mine": {
    fields: {
      asOf: { orNull: "day" },
      sums: { fields: { clawback: "whole", draw: "whole", unreleased: "whole", paid: "whole" } },
      items: {
        listOf: {
          fields: {
            kind: "word",
            period: { orNull: "text" },
            item: { orNull: "text" },
            client: { orNull: "text" },
            on: { orNull: "day" },
            note: { orNull: "text" },
            amountFen: "whole",
            row: "whole",
            fileName: "text",
            preparedByName: "text",
            approvedByName: "text",
            postedAt: "instant",
          },
        },
      },
    },
  },
} satisfies Record<string, Shape>;

export const openingsAsked = {
  shapes: openingsShapes,
  paths: {
    "openings.list": "GET /api/v1/openings",
    "openings.read": "GET /api/v1/openings/:importId",
    "openings.members": "GET /api/v1/openings/:importId/members",
    "openings.decide": "POST /api/v1/openings/:importId/decision",
    "openings.sayNone": "POST /api/v1/openings/none",
    "openings.mine": "GET /api/v1/me/openings",
  },
};
