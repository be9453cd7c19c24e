import { useMemo } from "react";
import type { CustomerView } from "@shared/contracts";
import { isFoundBy } from "@shared/domain/customerSearch";
import { customersShapes } from "@/api/answerShapes/customers";
import { readMyCustomers } from "@/api/customers";
import { useFix } from "@/features/location/useFix";
import { type QueryView, useApiQuery } from "@/features/query/useApiQuery";
import { useQueue, useQueueOfForm } from "@/features/queue/useQueue";
import { type Place, placesOf } from "./places";
import { type QueuedClient, queuedClientsOf, withQueuedClients } from "./queuedClients";

export const customersKey = ["customers", "mine"] as const;

export const customersQuery = { queryKey: customersKey, queryFn: readMyCustomers };

/** My clients, kept on this phone for basements, with those that wait on it. */
export function useCustomers({ enabled = true }: { enabled?: boolean } = {}): QueryView<CustomerView[]> {
  const served = useApiQuery(customersKey, readMyCustomers, {
    enabled,
    keep: customersShapes["customers.mine"].fields.items,
  });
  const entries = useQueue();
  const data = useMemo(() => served.data && withQueuedClients(served.data, entries), [served.data, entries]);
  return { ...served, data };
}

/** Those of them that have not arrived. */
export function useQueuedClients(): ReadonlyMap<string, QueuedClient> {
  const entries = useQueueOfForm();
  return useMemo(() => new Map(queuedClientsOf(entries).map((one) => [one.client.customerId, one])), [entries]);
}

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
