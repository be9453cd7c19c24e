import type { BodyOf } from "@shared/contracts";
import { pinsAsked } from "./answerShapes/pins";
import { caller } from "./http";

const call = caller(pinsAsked);

export const readPins = (cursor: string | null) => call("pins.list", { query: cursor === null ? {} : { cursor } });
export const decidePins = (body: BodyOf<"pins.decide">) => call("pins.decide", { body });
export const proposePin = (params: { customerId: string; siteId: string }, body: BodyOf<"pins.propose">) =>
  call("pins.propose", { params, body });
