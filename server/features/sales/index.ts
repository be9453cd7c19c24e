export { saleConfirmed, type SaleConfirmed, type SaleIncrement, type ZeroReason } from "./events";
export { mayPraiseSale } from "./policy";
export type { SaleRecord } from "./saleModel";
export { salesHandlers } from "./routes";
export { findSale, pendingOf, teamsDecidedOn, toDecideCount } from "./sales";
export { isOwnSale } from "./saleCredits";
export { salesBehind } from "./salesBehind";
export { unitPathOf } from "./unitPaths";
