import type { CustomerView } from "@shared/contracts";
import type { BusinessDay } from "@shared/domain/time";
import type { CustomerRecord } from "./customerModel";

/** A customer as its reps see it. */
export function presentCustomer(customer: CustomerRecord, lastVisitOn: BusinessDay | null): CustomerView {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    grade: customer.grade,
    stage: customer.stage,
    sites: customer.sites.map((site) => ({
      siteId: site.siteId,
      name: site.name,
      address: site.address,
      latDeg: site.latDeg ?? null,
      lngDeg: site.lngDeg ?? null,
      radiusM: site.radiusM,
    })),
    lastVisitOn,
  };
}
