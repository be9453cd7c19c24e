import type { BodyOf, QueryOf } from "@shared/contracts";
import { tableErrors } from "@/texts/lateErrors/table";
import { openingsAsked } from "./answerShapes/openings";
import { caller } from "./http";

const call = caller(openingsAsked, tableErrors);

export const listOpenings = () => call("openings.list", {});
export const readOpening = (importId: string) => call("openings.read", { params: { importId } });
export const openingMembers = (importId: string, query: QueryOf<"openings.members">) =>
  call("openings.members", { params: { importId }, query });
export const decideOpening = (importId: string, body: BodyOf<"openings.decide">) =>
  call("openings.decide", { params: { importId }, body });
export const sayNoOpenings = (body: BodyOf<"openings.sayNone">) => call("openings.sayNone", { body });
export const ownOpenings = () => call("openings.mine", {});
