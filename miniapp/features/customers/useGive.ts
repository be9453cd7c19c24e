import { ApiError } from "@/api/apiError";
import { assignCustomer } from "@/api/clients";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import type { QueryView } from "@/features/query/useApiQuery";
import type { CustomerPage } from "./useCustomer";

interface Given {
  memberId: string;
  reason: string;
}

/** Gives a client as it was looked at to one colleague, from the first day that the server has named. Who assists and is here still does. */
export const useGive = (page: QueryView<CustomerPage>): Command<Given, string> =>
  useCommand(async (commandId: string, { memberId, reason }: Given) => {
    const { data } = page;
    if (!data?.giving) throw new Error("nothing may be given"); // the row is not there before
    const { customer, people, giving } = data;
    const hasLeft = (id: string) => people.find((one) => one.memberId === id)?.hasLeft === true;
    const body = {
      ...{ commandId, revision: customer.revision, from: giving.from, owners: [{ memberId, share: "1" }] },
      coServedByIds: customer.coServedByIds.filter((id) => id !== memberId && !hasLeft(id)),
      reason: reason.trim() || null,
    };
    const answer = await assignCustomer(customer.customerId, body).catch((error: unknown) => {
      // What others have changed is to be seen first, and on another day another day is the first one.
      if (error instanceof ApiError && ["stale", "customer.assignPast"].includes(error.code)) void page.refresh();
      throw error;
    });
    vibrate("light");
    await queryClient.invalidateQueries();
    return answer.customerId;
  });
