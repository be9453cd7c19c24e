import type { QueryOf } from "@shared/contracts";
import { auditAsked } from "./answerShapes/audit";
import { caller } from "./http";

const call = caller(auditAsked);

export const listAllLooks = (query: QueryOf<"audit.looks">) => call("audit.looks", { query });
