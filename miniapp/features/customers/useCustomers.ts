import { useMemo } from "react";
import type { CustomerView } from "@shared/contracts";
import { answerShapes } from "@/api/answerShapes";
import { readMyCustomers } from "@/api/customers";
import { useFix } from "@/features/location/useFix";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type Place, placesOf } from "./places";

export const customersKey = ["customers", "mine"] as const;

/** My clients, kept on this phone for basements. */
export const useCustomers = (): QueryView<CustomerView[]> =>
  useApiQuery(customersKey, readMyCustomers, {
    keep: answerShapes["customers.mine"].fields.items,
  });

/** My clients' sites in the order in which they matter now. */
export function usePlaces(): QueryView<CustomerView[]> & { places: Place[] } {
  const customers = useCustomers();
  const taken = useFix((state) => state.taken);
  const places = useMemo(() => placesOf(customers.data ?? [], taken?.fix ?? null), [customers.data, taken]);
  return { ...customers, places };
}

/** Clients whose name, short name or site holds the words. */
export function found(customers: readonly CustomerView[], words: string): CustomerView[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return [...customers];
  return customers.filter((customer) =>
    [customer.name, customer.shortName, ...customer.sites.map((site) => site.address)].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
}
