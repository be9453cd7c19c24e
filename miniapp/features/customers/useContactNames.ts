import { useCustomers } from "./useCustomers";

const nobody: readonly string[] = [];

/** Who is known at one of my clients, also without a network. */
export const useContactNames = (customerId: string): readonly string[] =>
  useCustomers().data?.find((customer) => customer.customerId === customerId)?.contactNames ?? nobody;
