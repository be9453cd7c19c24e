import type { CustomerDetailView, CustomerView, PinProposalView } from "@shared/contracts";
import { isNewOn } from "@shared/domain/customer";
import { isUsedMeanwhile, movedM } from "@shared/domain/pin";
import type { BusinessDay } from "@shared/domain/time";
import type { Contact } from "./contacts";
import type { CustomerRecord } from "./customerModel";
import type { PinProposalRecord } from "./pinProposalModel";
import { numbersOf, pinOf } from "./searchFields";

interface LastVisit {
  on: BusinessDay | null;
  typeId: string;
  nextStep: { text: string; on: BusinessDay } | null;
}

/** A customer as its reps see it. */
export function presentCustomer(
  customer: CustomerRecord,
  {
    lastVisit,
    phoneTails,
    contacts,
    otherThere,
    otherOwners,
    asked,
    codeMarks,
    today,
  }: {
    lastVisit: LastVisit | null;
    /** Of the codes that count at a place. */
    codeMarks: (siteId: string) => string[];
    today: BusinessDay;
  } & Required<Pick<CustomerView, "phoneTails" | "contacts" | "otherThere" | "otherOwners" | "asked">>,
): CustomerView {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    grade: customer.grade,
    stage: customer.stage,
    initials: customer.initials ?? "",
    numbers: numbersOf(customer),
    phoneTails,
    contactNames: contacts.map(({ name }) => name),
    contacts,
    sites: customer.sites.map((site) => {
      const marks = codeMarks(site.siteId);
      return { ...presentSite(site), ...(marks.length > 0 && { codeMarks: marks }) };
    }),
    lastVisitOn: lastVisit?.on ?? null,
    lastTypeId: lastVisit?.typeId ?? null,
    isNew: isNewOn(customer.owners, today),
    nextStep: lastVisit?.nextStep ?? null,
    otherThere,
    otherOwners,
    asked,
  };
}

/** What other systems call it. */
export const externalIdsOf = ({ externalIds }: Pick<CustomerRecord, "externalIds">) =>
  externalIds.map((key) => {
    const at = key.indexOf(":");
    return { system: key.slice(0, at), id: key.slice(at + 1) };
  });

/** A customer as those see it who keep it up. */
export function presentCustomerDetail(
  customer: CustomerRecord,
  {
    contacts,
    proposals,
    takenBack,
    deciders,
    merged,
    readerId,
  }: {
    contacts: Contact[] | null;
    proposals: ReadonlyMap<string, PinProposalRecord>;
    /** By place: what this reader may take back. */
    takenBack: ReadonlyMap<string, PinProposalRecord>;
    /** By proposal: names. */
    deciders: ReadonlyMap<string, string[]>;
    merged: NonNullable<CustomerDetailView["merged"]>;
    /** How exactly somebody stood is told to themself; to whoever decides by `pins.list`, which notes the look. */
    readerId: string | null;
  },
): CustomerDetailView {
  return {
    customerId: customer._id,
    name: customer.name,
    shortName: customer.shortName,
    industry: customer.industry ?? null,
    grade: customer.grade,
    stage: customer.stage,
    creditCode: customer.creditCode ?? null,
    externalIds: externalIdsOf(customer),
    owners: customer.owners.map(({ memberId, share, from, to }) => ({ memberId, share, from, to: to ?? null })),
    coServedByIds: [...customer.coServedByIds],
    tags: [...(customer.tags ?? [])],
    contacts:
      contacts?.map(({ contactId, name, role, phone, needs }) => ({ contactId, name, role, phone, needs })) ?? null,
    sites: customer.sites.map((site) => {
      const proposal = proposals.get(site.siteId);
      const proposed = proposal
        ? {
            ...{ byName: proposal.memberName, at: proposal.askedAt.toISOString(), source: proposal.source },
            deciderNames: deciders.get(proposal._id) ?? [],
            ...(proposal.memberId === readerId && { accuracyM: proposal.accuracyM ?? null }),
          }
        : null;
      const done = takenBack.get(site.siteId);
      const accepted = done?.decision && {
        ...{ proposalId: done._id, revision: done.revision },
        ...{ byName: done.decision.byName, at: done.decision.at.toISOString() },
      };
      return { ...presentSite(site), pinStatus: site.pinStatus, proposed, ...(accepted && { accepted }) };
    }),
    merged,
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

/**
 * With where somebody stood, for whoever decides: the look is noted by who asks for it.
 * @param site the place as it stands now: its pin may have moved since
 * @returns null where it waits no more
 */
export function presentProposal(
  proposal: PinProposalRecord,
  site: CustomerRecord["sites"][number],
): PinProposalView | null {
  const { to } = proposal;
  if (!to) return null;
  // What is used meanwhile is where the pin is now.
  const from = isUsedMeanwhile(proposal.source) ? (proposal.from ?? null) : pinOf(site);
  const moved = movedM(from, to);
  return {
    proposalId: proposal._id,
    customerId: proposal.customerId,
    customerName: proposal.customerName,
    siteId: proposal.siteId,
    siteName: site.name,
    address: site.address,
    byName: proposal.memberName,
    source: proposal.source,
    note: proposal.note ?? null,
    from,
    to: { latDeg: to.latDeg, lngDeg: to.lngDeg },
    movedM: moved === null ? null : Math.round(moved),
    accuracyM: proposal.accuracyM ?? null,
    // What is proposed on the spot was taken when it was proposed.
    takenAt: proposal.source === "typed" ? null : (proposal.takenAt ?? proposal.askedAt).toISOString(),
    radiusM: site.radiusM,
    askedAt: proposal.askedAt.toISOString(),
    revision: proposal.revision,
  };
}
