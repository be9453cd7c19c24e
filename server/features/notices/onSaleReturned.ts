import type { EventHandler } from "../../outbox";
import type { SaleReturned } from "../sales";
import type { NoticeDeps } from "./deliver";
import type { NewNotice } from "./notices";
import { told } from "./tell";

/** Tells the rep that a sale has come back, why, and by whom: it waits for them now. */
export const returnTeller: EventHandler<SaleReturned, NoticeDeps> = (sale, delivery, deps) => {
  const { saleId, revision, repId, returnedAt } = sale;
  const notice: NewNotice = {
    noticeId: `sale_returned:${saleId}:${revision}`,
    kind: "sale_returned",
    params: sale,
    about: `sale_returned:${saleId}`,
    channel: "member",
    receiverId: repId,
    cause: delivery.eventId,
    answersAct: true,
    at: new Date(returnedAt),
  };
  return Promise.resolve(told([notice], deps));
};
