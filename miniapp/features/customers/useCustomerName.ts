import { useCustomer } from "./useCustomer";
import { useCustomers } from "./useCustomers";

/** What a client is called, as soon as this phone knows it, be it from its copies; empty before. */
export function useCustomerName(customerId: string): string {
  const own = useCustomers().data?.find((customer) => customer.customerId === customerId)?.shortName;
  const { data } = useCustomer(own === undefined ? customerId : "");
  return own ?? data?.customer.shortName ?? "";
}
