export {
  saleConfirmed,
  salePlaced,
  salesPlacedLate,
  type SalesPlacedLate,
  type SalePlaced,
  type SaleConfirmed,
  saleReturned,
  saleSubmitted,
  type SaleSubmitted,
  type SaleReturned,
  saleWithdrawn,
  type SaleWithdrawn,
  type SaleIncrement,
  type ZeroReason,
} from "./events";
export { findSalesByContract } from "./findByContract";
export { mayAuditSales, mayDecideSale, mayPraiseSale, mayReadSale, maySubmitSale } from "./policy";
export type { SaleRecord } from "./saleModel";
export { saleSubscriptions } from "./subscriptions";
export { salesHandlers } from "./routes";
export { presentSale } from "./presentSale";
export { pageOfRecorded, pageOfSeen } from "./salesSeen";
export { hadFirstOrder } from "./newCustomer";
export {
  clientsSoldTo,
  countSalesAt,
  countSubmittedOf,
  findSale,
  firstRecordedAt,
  findSales,
  newestConfirmedOf,
  pageOfSubmitted,
  pendingOf,
  returnedSalesOf,
  salesAtCustomer,
  salesRecordedIn,
  submittedSaleIfAny,
  waitingOf,
} from "./sales";
export { isOwnSale, readOwnSales, whoseSale } from "./saleCredits";
export { salesBehind } from "./salesBehind";
export { oldestToDecide } from "./toDecide";

export { readUnitPaths, unitPathOf } from "./unitPaths";
