export {
  saleConfirmed,
  type SaleConfirmed,
  saleReturned,
  saleSubmitted,
  type SaleReturned,
  saleWithdrawn,
  type SaleWithdrawn,
  type SaleIncrement,
  type ZeroReason,
} from "./events";
export { mayPraiseSale } from "./policy";
export type { SaleRecord } from "./saleModel";
export { salesHandlers } from "./routes";
export {
  findSale,
  findSales,
  pageOfSubmitted,
  pendingOf,
  salesRecordedIn,
  submittedSaleIfAny,
  teamsDecidedOn,
  toDecideCount,
} from "./sales";
export { isOwnSale, whoseSale } from "./saleCredits";
export { salesBehind } from "./salesBehind";
export { unitPathOf } from "./unitPaths";
