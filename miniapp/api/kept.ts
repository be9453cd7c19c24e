import type { BodyOf } from "@shared/contracts";
import { keptAsked } from "./answerShapes/kept";
import { caller } from "./http";

const call = caller(keptAsked);

export const readKept = (begin: string) => call("privacy.kept", { query: begin === "" ? {} : { begin } });
export const readLeaver = (memberId: string) => call("privacy.leaver", { params: { memberId } });
export const eraseLeaver = (memberId: string, body: BodyOf<"privacy.erase">) =>
  call("privacy.erase", { params: { memberId }, body });
