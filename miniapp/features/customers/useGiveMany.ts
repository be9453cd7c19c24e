import type { AnswerOf, BodyOf } from "@shared/contracts";
import { giveCustomers, readTakers } from "@/api/giving";
import { vibrate } from "@/platform/haptics";
import { type Command, useCommand } from "@/features/command/useCommand";
import { queryClient } from "@/features/query/queryClient";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type GivenClient = AnswerOf<"customers.giveMany">["items"][number];

/** To whom I may give these clients. */
export const useTakers = (customerIds: readonly string[]): QueryView<AnswerOf<"customers.takers">> =>
  useApiQuery(["customers", "takers", customerIds.join()], () => readTakers(customerIds), {});

/** Gives many clients to one colleague. @returns of each what has become of it */
export const useGiveMany = (): Command<Omit<BodyOf<"customers.giveMany">, "commandId">, readonly GivenClient[]> =>
  useCommand(async (commandId: string, given) => {
    const { items } = await giveCustomers({ commandId, ...given });
    vibrate("light");
    await queryClient.invalidateQueries();
    return items;
  });
