import type { CustomerView } from "@shared/contracts";
import { creditCodeOf } from "@shared/domain/creditCode";
import { isSamePlace, nameAlikeness, type SameBy } from "@shared/domain/customerSame";
import { nameForm } from "@shared/domain/customerSearch";
import type { CustomerForm } from "./customerForm";
import type { SimilarCustomer } from "./queuedClients";

const shownMax = 5;

/** Clients of this phone's own copy that one which is typed may be: without a network nobody else can say so. */
export function similarHere(
  form: Pick<CustomerForm, "customerId" | "name" | "shortName" | "creditCode" | "sites">,
  clients: readonly CustomerView[],
): SimilarCustomer[] {
  const code = creditCodeOf(form.creditCode);
  const names = { name: form.name.trim(), shortName: form.shortName.trim() };
  const isNamed = nameForm(names.name).length >= 2;
  const pins = form.sites.flatMap(({ pin }) => pin ?? []);
  return clients
    .filter(({ customerId }) => customerId !== form.customerId)
    .flatMap((client): SimilarCustomer[] => {
      const alike = isNamed ? nameAlikeness(names, client) : null;
      const sameBy: SameBy[] = [
        ...(alike === null ? [] : [alike]),
        ...(code !== null && client.numbers.includes(code) ? (["creditCode"] as const) : []),
        ...(isNear(client, pins) ? (["place"] as const) : []),
      ];
      const { customerId, shortName } = client;
      return sameBy.length === 0 ? [] : [{ customerId, shortName, ownerNames: [], sameBy, mine: true, mayOpen: true }];
    })
    .slice(0, shownMax);
}

/** Whether one stands where another does: the server, which every import calls as well, asks about names and numbers alone. */
export const isAnyNear = (items: readonly SimilarCustomer[]): boolean =>
  items.some(({ sameBy }) => sameBy.includes("place"));

const isNear = ({ sites }: CustomerView, pins: readonly { latDeg: number; lngDeg: number }[]): boolean =>
  sites.some(
    ({ latDeg, lngDeg }) =>
      latDeg !== null && lngDeg !== null && pins.some((pin) => isSamePlace({ latDeg, lngDeg }, pin)),
  );
