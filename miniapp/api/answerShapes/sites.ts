/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../shape";
import { customerChanged } from "./parts/customerChanged";

export const sitesShapes = { "sites.edit": customerChanged } satisfies Record<string, Shape>;
