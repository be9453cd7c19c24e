import type { BodyOf } from "@shared/contracts";
import { call } from "./http";

export const readPraise = (saleId: string) => call("praise.read", { params: { saleId } });
export const givePraise = (saleId: string, body: BodyOf<"praise.give">) =>
  call("praise.give", { params: { saleId }, body });
