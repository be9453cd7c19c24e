import type { BodyOf } from "@shared/contracts";
import type { Gcj02Point } from "@shared/domain/geo";
import type { Company, Person } from "./company";
import { givenRep } from "./people";

type Body = BodyOf<"customers.create">;

/** A customer with one site, which has a pin that is confirmed. */
export interface Customer {
  customerId: string;
  name: string;
  shortName: string;
  site: { siteId: string; pin: Gcj02Point; radiusM: number };
}

/**
 * A customer of long standing with one site, all of it one person's.
 * @param owner a new rep unless somebody is said
 * @param owners in place of one owner, with their shares
 * @param by who adds it: HR unless somebody is said
 */
export async function givenCustomer(
  company: Company,
  {
    owner,
    coServedBy = [],
    by = company.hr,
    ...more
  }: { owner?: Person; coServedBy?: Person[]; by?: Person } & Partial<
    Omit<Body, "commandId" | "coServedByIds" | "sites">
  > = {},
): Promise<Customer> {
  const count = company.next("customer");
  const { memberId } = owner ?? (more.owners ? { memberId: "" } : await givenRep(company));
  // A street apart from each other.
  const pin = { latDeg: 23.1 + count / 100, lngDeg: 113.3 };
  const site = { siteId: "s1", name: "总部", address: `科学大道 ${count} 号`, pin, radiusM: 200 };
  const body: Body = {
    commandId: company.newId(),
    customerId: company.newId(),
    externalId: null,
    name: `客户${count}有限公司`,
    shortName: `客户${count}`,
    industry: null,
    grade: "B",
    stage: "服务中",
    owners: [{ memberId, share: "1" }],
    ownedFrom: "2025-01-01",
    coServedByIds: coServedBy.map((person) => person.memberId),
    sites: [site],
    ...more,
  };
  const { customerId } = await company.as(by).call("customers.create", undefined, body);
  return { customerId, name: body.name, shortName: body.shortName, site };
}

/** Takes a client's pin away, as if it had been imported without one. */
export async function withoutPin(company: Company, { customerId, site }: Customer): Promise<void> {
  const { customer } = await company.as(company.hr).call("customers.read", { customerId });
  const known = customer.sites.find(({ siteId }) => siteId === site.siteId);
  if (!known) throw new Error(`${customerId} has no ${site.siteId}`);
  const body = { commandId: company.newId(), revision: customer.revision, pin: null, radiusM: known.radiusM };
  const named = { name: known.name, address: known.address };
  await company.as(company.hr).call("sites.edit", { customerId, siteId: site.siteId }, { ...body, ...named });
}
