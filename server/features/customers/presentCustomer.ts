import type { CustomerDetailView, CustomerView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import type { Contact } from "./contacts";
import type { CustomerRecord } from "./customerModel";
import { numbersOf } from "./searchFields";

interface LastVisit {
  on: BusinessDay | null;
  nextStep: { text: string; on: BusinessDay } | null;
}

/** A customer as its reps see it. */
export function presentCustomer(
  customer: CustomerRecord,
  { lastVisit, phoneTails }: { lastVisit: LastVisit | null; phoneTails: string[] },
): CustomerView {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    grade: customer.grade,
    stage: customer.stage,
    initials: customer.initials ?? "",
    numbers: numbersOf(customer.externalIds),
    phoneTails,
    sites: customer.sites.map(presentSite),
    lastVisitOn: lastVisit?.on ?? null,
    nextStep: lastVisit?.nextStep ?? null,
  };
}

/** A customer as those see it who keep it up. */
export function presentCustomerDetail(customer: CustomerRecord, contacts: Contact[] | null): CustomerDetailView {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    industry: customer.industry ?? null,
    grade: customer.grade,
    stage: customer.stage,
    externalIds: customer.externalIds.map((key) => {
      const at = key.indexOf(":");
      return { system: key.slice(0, at), id: key.slice(at + 1) };
    }),
    owners: customer.owners.map(({ memberId, share, from, to }) => ({ memberId, share, from, to: to ?? null })),
    coServedByIds: [...customer.coServedByIds],
    tags: [...(customer.tags ?? [])],
    contacts:
      contacts?.map(({ contactId, name, role, phone, needs }) => ({ contactId, name, role, phone, needs })) ?? null,
    sites: customer.sites.map((site) => ({ ...presentSite(site), pinStatus: site.pinStatus })),
    revision: customer.revision,
  };
}

function presentSite(site: CustomerRecord["sites"][number]) {
  return {
    siteId: site.siteId,
    name: site.name,
    address: site.address,
    latDeg: site.latDeg ?? null,
    lngDeg: site.lngDeg ?? null,
    radiusM: site.radiusM,
  };
}
