/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";

export const filesShapes = { "files.put": { fields: { fileId: "text" } } } satisfies Record<string, Shape>;

export const filesAsked = { shapes: filesShapes, paths: { "files.put": "PUT /api/v1/files/:fileId" } };
