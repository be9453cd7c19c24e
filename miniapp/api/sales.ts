import type { BodyOf, QueryOf } from "@shared/contracts";
import { salesAsked } from "./answerShapes/sales";
import { caller } from "./http";

const call = caller(salesAsked);

export const listSales = (query: QueryOf<"sales.list">) => call("sales.list", { query });
export const previewSale = (body: BodyOf<"sales.preview">) => call("sales.preview", { body });
export const readSale = (saleId: string) => call("sales.read", { params: { saleId } });
export const confirmSale = (saleId: string, body: BodyOf<"sales.confirm">) =>
  call("sales.confirm", { params: { saleId }, body });
export const returnSale = (saleId: string, body: BodyOf<"sales.return">) =>
  call("sales.return", { params: { saleId }, body });
export const restoreSale = (saleId: string, body: BodyOf<"sales.restore">) =>
  call("sales.restore", { params: { saleId }, body });
export const withdrawSale = (saleId: string, body: BodyOf<"sales.withdraw">) =>
  call("sales.withdraw", { params: { saleId }, body });
