/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const membersShapes = {
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
  "members.readDirectory": { fields: { askedAt: "instant" } },
  "members.read": {
    fields: {
      member: {
        fields: {
          memberId: "text",
          name: "text",
          state: "word",
          unitName: { orNull: "text" },
          employeeNumber: { orNull: "text" },
          numberTakenByName: { orNull: "text" },
          joinedOn: { orNull: "day" },
          leftOn: { orNull: "day" },
          goneOn: { orNull: "day" },
          reportsTo: { listOf: { fields: { fromOn: "day", memberId: { orNull: "text" }, name: { orNull: "text" } } } },
          superiorNames: { listOf: "text" },
          salesMode: { listOf: { fields: { fromOn: "day", value: { orNull: "text" } } } },
        },
      },
      places: { listOf: { fields: { unitName: "text", part: "word", fromOn: "day", lastOn: { orNull: "day" } } } },
      byDirectory: { listOf: "word" },
      roles: {
        listOf: {
          fields: {
            role: "word",
            unitId: { orNull: "text" },
            unitName: { orNull: "text" },
            fromOn: "day",
            lastOn: { orNull: "day" },
            byName: { orNull: "text" },
          },
        },
      },
      open: { orNull: { fields: { clients: "whole", sales: "whole" } } },
      revision: "whole",
      can: { fields: { setRecord: "flag", changeRoles: "flag" } },
    },
  },
  "members.setRecord": { fields: { memberId: "text", revision: "whole" } },
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

export const membersAsked = {
  shapes: membersShapes,
  paths: {
    "members.list": "GET /api/v1/members",
    "members.readDirectory": "POST /api/v1/directory-readings",
    "members.read": "GET /api/v1/members/:memberId",
    "members.setRecord": "PUT /api/v1/members/:memberId/record",
    "roles.overview": "GET /api/v1/roles",
    "roles.grant": "POST /api/v1/members/:memberId/roles",
    "roles.revoke": "POST /api/v1/members/:memberId/roles/revocation",
  },
};
