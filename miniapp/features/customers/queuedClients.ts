import type { AnswerOf, BodyOf, CustomerView } from "@shared/contracts";
import { customersShapes } from "@/api/answerShapes/customers";
import { hasShape } from "@/api/shape";
import { isAnswerOf } from "@/api/sync";
import type { QueueEntry, QueueItem } from "@/features/queue/createQueue";

/** A client that is on this phone and has not arrived. */
export interface QueuedClient {
  entry: QueueEntry;
  /** As lists will have it. */
  client: CustomerView;
}

export type SimilarCustomer = AnswerOf<"customers.similar">["items"][number];

/** What is expected of adding it, with the client as lists draw it meanwhile. */
export function foreseenClient(body: BodyOf<"customers.create">): AnswerOf<"customers.create"> & {
  client: CustomerView;
} {
  const { customerId, name, shortName, grade, stage, sites, externalId, creditCode, contacts = [] } = body;
  const client: CustomerView = {
    ...{ customerId, name, shortName, grade, stage, initials: "" },
    numbers: [...(externalId ? [externalId.id] : []), ...(creditCode ? [creditCode] : [])],
    phoneTails: contacts.flatMap(({ phone }) => (phone === null ? [] : [phone.slice(-4)])),
    sites: sites.map(({ siteId, name: siteName, address, pin, radiusM }) => ({
      ...{ siteId, name: siteName, address, radiusM },
      ...{ latDeg: pin?.latDeg ?? null, lngDeg: pin?.lngDeg ?? null },
    })),
    ...{ lastVisitOn: null, isNew: true, nextStep: null, otherThere: null, otherOwners: [] },
  };
  return { customerId, revision: 1, created: true, client };
}

/** The client that a command adds; null where it is another command. */
export function clientOf({ kind, shown }: Pick<QueueItem, "kind" | "shown">): CustomerView | null {
  if (kind !== "customers.create" || !isAnswerOf(kind, shown)) return null;
  const { client } = shown;
  // Its shape is looked at as that of one from the server.
  return hasShape({ items: [client], nextCursor: null }, customersShapes["customers.mine"])
    ? (client as CustomerView)
    : null;
}

export const queuedClientsOf = (entries: readonly QueueEntry[]): QueuedClient[] =>
  entries.flatMap((entry) => {
    const client = clientOf(entry);
    return client ? [{ entry, client }] : [];
  });

/** A place of a client that is on this phone and has not arrived. */
export interface QueuedSite {
  entry: QueueEntry;
  customerId: string;
  site: CustomerView["sites"][number];
}

type Site = CustomerView["sites"][number];

/** What is expected of adding a place, with the place as lists draw it meanwhile. */
export const foreseenSite = (customerId: string, revision: number, site: Site) => ({ customerId, revision, site });

export const queuedSitesOf = (entries: readonly QueueEntry[]): QueuedSite[] =>
  entries.flatMap((entry) => {
    const { kind, shown } = entry;
    if (kind !== "sites.add" || !isAnswerOf(kind, shown)) return [];
    const { customerId, site } = shown as { customerId: string; site?: Partial<Site> }; // as `foreseenSite` has made it
    return typeof site?.siteId === "string" && typeof site.radiusM === "number"
      ? [{ entry, customerId, site: site as Site }]
      : [];
  });

function withSites(client: CustomerView, waiting: readonly QueuedSite[]): CustomerView {
  const isNew = ({ customerId, site }: QueuedSite) =>
    customerId === client.customerId && client.sites.every(({ siteId }) => siteId !== site.siteId);
  const added = waiting.filter(isNew).map(({ site }) => site);
  return added.length === 0 ? client : { ...client, sites: [...client.sites, ...added] };
}

/** My clients with those that wait on this phone, by which the server would have them among mine. */
export function withQueuedClients(served: readonly CustomerView[], entries: readonly QueueEntry[]): CustomerView[] {
  const known = new Set(served.map(({ customerId }) => customerId));
  const waiting = queuedClientsOf(entries).flatMap(({ client }) => (known.has(client.customerId) ? [] : [client]));
  const sites = queuedSitesOf(entries);
  return [...served, ...waiting].map((client) => withSites(client, sites));
}

/** The command that adds this place, or this client, where that waits on this phone: whatever is recorded there means nothing before. */
export function additionOf(entries: readonly QueueEntry[], customerId: string, siteId?: string): string | null {
  const place = queuedSitesOf(entries).find((one) => one.customerId === customerId && one.site.siteId === siteId);
  const client = queuedClientsOf(entries).find((one) => one.client.customerId === customerId);
  return (place ?? client)?.entry.commandId ?? null;
}

/** The clients that the server asks about: nothing was added. Null where it asks nothing. */
export function clientAskedBy({ look, problem }: Pick<QueueEntry, "look" | "problem">): SimilarCustomer[] | null {
  if (look !== "refused" || problem?.code !== "customer.maybeKnown") return null;
  return similarIn(problem.details);
}

/** As the server answers it, while somebody types and when one is added. */
export function similarIn({ items }: Record<string, unknown>): SimilarCustomer[] {
  const answer = { items };
  return hasShape(answer, customersShapes["customers.similar"]) ? (items as SimilarCustomer[]) : [];
}

/** What the person says to that: it is a client that they serve, to which all that waits follows; or it is none of them. */
export type ClientSaid = Pick<BodyOf<"customers.create">, "sameAsId" | "isNewSeen">;
