export type * from "./types";
export { canonicalJson, hashOf } from "./canonical";
export { evaluate } from "./evaluate";
export { increment } from "./increment";
export { bookSums, journalOfDifference } from "./journal";
export { type Exact, exactOfDecimal, ratioOf } from "./number";
export { receiptOf, type Verification, verify } from "./receipt";
