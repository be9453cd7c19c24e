/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const authShapes = {
  "auth.loginWeapp": { fields: { token: "text", expiresAt: "instant" } },
  "auth.helpers": { fields: { administratorNames: { listOf: "text" } } },
  "auth.signOut": "none",
} satisfies Record<string, Shape>;

export const authAsked = {
  shapes: authShapes,
  paths: {
    "auth.loginWeapp": "POST /api/v1/auth/weapp",
    "auth.helpers": "GET /api/v1/auth/helpers",
    "auth.signOut": "POST /api/v1/auth/sign-out",
  },
};
