import type { AnswerOf, SaleView } from "@shared/contracts";
import { businessDayOf, monthOf } from "@shared/domain/time";
import { salesShapes } from "@/api/answerShapes/sales";
import { confirmSale, listSales, readSale, returnSale } from "@/api/sales";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type ListQueryView, useApiListQuery } from "@/features/query/useApiListQuery";
import { useSession } from "@/features/session/sessionStore";

type SaleRead = AnswerOf<"sales.read">;

/**
 * One sale with the visits that it stands on; fresh while the page is open, since somebody else may decide it. Where reading it is noted as a
 * look at a colleague, it is read once for each time that somebody opens it.
 */
export function useSale(saleId: string): QueryView<SaleRead> {
  const memberId = useSession((session) => session.memberId);
  return useApiQuery(["sale", saleId], () => readSale(saleId), {
    enabled: saleId !== "",
    everyMs: (answered) => (answered && isLookOf(memberId, answered) ? undefined : 10_000),
    isLook: (answered) => isLookOf(memberId, answered),
    keep: salesShapes["sales.read"],
  });
}

/** Others' visits are a look at them, and so is a sale that one neither made nor decides: an auditor's. */
function isLookOf(memberId: string | null, { sale, footsteps }: SaleRead): boolean {
  const isForWork = sale.rep.memberId === memberId || sale.mayDecide;
  return !isForWork || footsteps.some((footstep) => footstep.memberId !== memberId);
}

const pageShape = salesShapes["sales.list"];

type SalesPage = AnswerOf<"sales.list">;

const pageOf = (cursor: string | null): Promise<SalesPage> =>
  listSales({ view: "mine", ...(cursor !== null && { cursor }) });

export const useMySales = (): ListQueryView<SaleView, SalesPage> =>
  useApiListQuery(["sales", "mine"], pageOf, saleIdOf, {
    everyMs: 15_000,
    keep: pageShape,
  });

/** As far as this phone has been told, for times without a network: nothing is asked. */
export const useKnownSales = (): SaleView[] =>
  useApiListQuery(["sales", "mine"], pageOf, saleIdOf, { keep: pageShape, enabled: false }).items;

const saleIdOf = ({ saleId }: SaleView): string => saleId;

/** A confirmed sale counts in the month in which it was confirmed. */
export const countsIn = ({ confirmedAt }: SaleView): { period?: string } =>
  confirmedAt ? { period: monthOf(businessDayOf(new Date(confirmedAt))) } : {};

export interface Decision {
  confirm: Command<{ sale: SaleView; largeAmountSeen: boolean }, SaleView>;
  giveBack: Command<{ sale: SaleView; reason: string }, SaleView>;
}

/** Confirming and returning; both on the revision that the person has seen. */
export function useDecision(): Decision {
  const done = ({ sale }: { sale: SaleView }) => {
    vibrate("light");
    void queryClient.invalidateQueries();
    return sale;
  };
  return {
    confirm: useCommand(
      async (commandId: string, { sale, largeAmountSeen }: { sale: SaleView; largeAmountSeen: boolean }) => {
        const { saleId, revision } = sale;
        return done(await confirmSale(saleId, { commandId, revision, ...(largeAmountSeen && { largeAmountSeen }) }));
      },
    ),
    giveBack: useCommand(async (commandId: string, { sale, reason }: { sale: SaleView; reason: string }) =>
      done(await returnSale(sale.saleId, { commandId, revision: sale.revision, reason })),
    ),
  };
}
