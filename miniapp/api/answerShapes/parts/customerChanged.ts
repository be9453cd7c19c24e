/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const customerChanged: Shape = { fields: { customerId: "text", revision: "whole" } };
