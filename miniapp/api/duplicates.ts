import type { BodyOf, QueryOf } from "@shared/contracts";
import { clientErrors } from "@/texts/lateErrors/client";
import { duplicatesAsked } from "./answerShapes/duplicates";
import { caller } from "./http";

const call = caller(duplicatesAsked, clientErrors);

export const readDuplicates = (query: QueryOf<"duplicates.list">) => call("duplicates.list", { query });
export const decideDuplicate = (pairId: string, body: BodyOf<"duplicates.decide">) =>
  call("duplicates.decide", { params: { pairId }, body });
