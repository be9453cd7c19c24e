import type { AnswerOf } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import { readCustomer } from "@/api/customers";
import { customersShapes } from "@/api/answerShapes/customers";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useSession } from "@/features/session/sessionStore";
import { useBusinessDay } from "@/features/time";

export type CustomerPage = AnswerOf<"customers.read">;

/** Whether somebody owns or serves it on a day. */
export const serves = (
  { owners, coServedByIds }: CustomerPage["customer"],
  memberId: string,
  on: BusinessDay,
): boolean =>
  coServedByIds.includes(memberId) ||
  owners.some((owner) => owner.memberId === memberId && owner.from <= on && (owner.to === null || on <= owner.to));

/** One client, as those see it who serve it or keep it up. */
export const useCustomer = (customerId: string): QueryView<CustomerPage> =>
  useApiQuery(["customer", customerId], () => readCustomer(customerId), {
    enabled: customerId !== "",
    keep: customersShapes["customers.read"],
  });

/** Whether I serve it today, as an owner or beside them: whose visits and calls it takes. */
export function useServes(page: CustomerPage | undefined): boolean {
  const memberId = useSession((session) => session.memberId);
  const today = useBusinessDay();
  if (!page || memberId === null) return false;
  const { owners, coServedByIds } = page.customer;
  const owns = owners.some(
    (owner) => owner.memberId === memberId && owner.from <= today && (owner.to ?? today) >= today,
  );
  return owns || coServedByIds.includes(memberId);
}
