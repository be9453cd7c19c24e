import type { SaleView } from "@shared/contracts";
import { restoreSale, withdrawSale } from "@/api/sales";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";

/** Takes back a sale that is not confirmed. */
export const useWithdraw = (): Command<SaleView, SaleView> =>
  useCommand(async (commandId: string, sale: SaleView) => {
    const answer = await withdrawSale(sale.saleId, { commandId, revision: sale.revision });
    vibrate("light");
    void queryClient.invalidateQueries();
    return answer.sale;
  });

/** Undoes that, after a wrong tap: the sale waits for a decision again. */
export const useRestore = (): Command<SaleView, SaleView> =>
  useCommand(async (commandId: string, sale: SaleView) => {
    const answer = await restoreSale(sale.saleId, { commandId, revision: sale.revision });
    vibrate("light");
    void queryClient.invalidateQueries();
    return answer.sale;
  });
