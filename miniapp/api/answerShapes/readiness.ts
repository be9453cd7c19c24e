/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const readinessShapes = {
  "setup.ready": {
    fields: {
      wecom: "word",
      fault: { orNull: "word" },
      errcode: { orNull: "whole" },
      address: { orNull: "text" },
      checkedAt: { orNull: "instant" },
      since: { orNull: "instant" },
      directoryReadAt: { orNull: "instant" },
      knowsPeople: "flag",
    },
  },
} satisfies Record<string, Shape>;

export const readinessAsked = { shapes: readinessShapes, paths: { "setup.ready": "GET /api/v1/setup/readiness" } };
