import { useMemo } from "react";
import type { CustomerView } from "@shared/contracts";
import { isFoundBy } from "@shared/domain/customerSearch";
import { answerShapes } from "@/api/answerShapes";
import { readMyCustomers } from "@/api/customers";
import { useFix } from "@/features/location/useFix";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { type Place, placesOf } from "./places";

export const customersKey = ["customers", "mine"] as const;

export const customersQuery = { queryKey: customersKey, queryFn: readMyCustomers };

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

/** Clients whose name, address, initials or number holds the words. */
export const found = (customers: readonly CustomerView[], words: string): CustomerView[] =>
  customers.filter(({ name, shortName, sites, initials, numbers, phoneTails }) =>
    isFoundBy(words, {
      texts: [name, shortName, ...sites.map(({ address }) => address)],
      initials,
      numbers,
      phoneTails,
    }),
  );
