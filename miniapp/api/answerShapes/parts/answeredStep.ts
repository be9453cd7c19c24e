/* Written by `npm run shapes` from shared/contracts: change those, and run it again. */

import type { Shape } from "../../shape";

export const answeredStep: Shape = { fields: { label: "text", value: "text", files: { optional: "whole" } } };
