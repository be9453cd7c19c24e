import type { AnswerOf } from "@shared/contracts";
import { readCustomer } from "@/api/customers";
import { answerShapes } from "@/api/answerShapes";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";

export type CustomerPage = AnswerOf<"customers.read">;

/** One client, as those see it who serve it or keep it up. */
export const useCustomer = (customerId: string): QueryView<CustomerPage> =>
  useApiQuery(["customer", customerId], () => readCustomer(customerId), {
    enabled: customerId !== "",
    keep: answerShapes["customers.read"],
  });
