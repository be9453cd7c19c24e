import type { AnswerOf } from "@shared/contracts";
import { type Actor, actorKeyOf, actorNameOf } from "@shared/domain/actor";
import { ownersOn } from "@shared/domain/customer";
import { creditCodeOf } from "@shared/domain/creditCode";
import { isSamePlace, nameAlikeness, placeKeysNear, type SameBy } from "@shared/domain/customerSame";
import type { Gcj02Point } from "@shared/domain/geo";
import { nameForm, sameNameKey } from "@shared/domain/customerSearch";
import { businessDayOf } from "@shared/domain/time";
import { recordRead } from "../../audit";
import type { Deps } from "../../deps";
import { callsPerMinute } from "../../http";
import { perProcess } from "../../lib/perProcess";
import { currentRequestId } from "../../lib/requestContext";
import { findMembers } from "../members";
import { customerIdsByPhones } from "./contacts";
import { CustomerModel, type CustomerRecord } from "./customerModel";
import { findStanding } from "./customers";
import { readOwners, spansOf } from "./ownership";
import { mayReadCustomer } from "./policy";
import { pinOf } from "./searchFields";

type Similar = AnswerOf<"customers.similar">["items"];

const candidatesMax = 20;
const shownMax = 5;

/** Whoever types asks every half second at most, and pauses; whoever tries out names and numbers asks on and on. */
const askedPerMinuteMax = 40;
const asked = perProcess((_: Pick<Deps, "caches">) => callsPerMinute(askedPerMinuteMax));

/**
 * Customers that one which is about to be written may be, whosever they are: two reps at one client is what this is to prevent. Of
 * those that the person may not read it says what they are called and whose they are, which is noted before the answer.
 * @throws AppError "rate.limited" where somebody asks more often than one types
 */
export async function similarCustomers(
  deps: Pick<Deps, "clock" | "realNow" | "caches" | "fieldKeys">,
  actor: Actor,
  given: {
    name: string;
    shortName: string;
    phones: readonly string[];
    /** As typed: one that is none is looked for nowhere. */
    creditCode?: string | null | undefined;
    pins?: readonly Gcj02Point[] | undefined;
    exceptId?: string | undefined;
  },
): Promise<Similar> {
  await asked(deps)(actorKeyOf(actor));
  const at = deps.clock.now();
  const today = businessDayOf(at);
  const keys = [given.name, given.shortName].filter((name) => nameForm(name).length >= 2).map(sameNameKey);
  const pins = given.pins ?? [];
  const creditCode = creditCodeOf(given.creditCode ?? "");
  const [named, coded, phoneIds, near] = await Promise.all([
    keys.length === 0
      ? []
      : CustomerModel.find({ searchKeys: { $in: [...new Set(keys)] } })
          .limit(candidatesMax)
          .lean<CustomerRecord[]>(),
    creditCode === null ? [] : CustomerModel.find({ creditCode }).limit(candidatesMax).lean<CustomerRecord[]>(),
    customerIdsByPhones(deps, given.phones),
    nearTo(pins),
  ]);
  const byPhone = await findStanding(phoneIds.slice(0, candidatesMax));
  // Who is registered or called the same comes before who is near.
  const found = new Map(
    [...coded.filter(({ merged }) => !merged), ...named, ...byPhone.values(), ...near].map(
      (one) => [one._id, one] as const,
    ),
  );
  found.delete(given.exceptId ?? "");
  const shown = [...found.values()].slice(0, shownMax);
  const ownersOf = (customer: CustomerRecord) => ownersOn(spansOf(customer), today);
  const { unitPaths } = await readOwners(shown.flatMap(ownersOf), today);
  const members = await findMembers(shown.flatMap(ownersOf).map(({ memberId }) => memberId));
  const items = shown.map((customer): Similar[number] => {
    const named = nameAlikeness(given, customer);
    const sameBy: SameBy[] = [
      ...(named === null ? [] : [named]),
      ...(creditCode !== null && customer.creditCode === creditCode ? (["creditCode"] as const) : []),
      ...(byPhone.has(customer._id) ? (["phone"] as const) : []),
      ...(isNear(customer, pins) ? (["place"] as const) : []),
    ];
    return {
      customerId: customer._id,
      shortName: customer.shortName,
      ownerNames: ownersOf(customer).flatMap(({ memberId }) => members.get(memberId)?.name ?? []),
      sameBy,
      ...(ownersOf(customer).some(({ memberId }) => isMember(actor, memberId)) && { mine: true }),
      mayOpen: mayReadCustomer(actor, { owners: ownersOf(customer), unitPaths }, customer.servedByIds),
    };
  });
  const customerIds = items.filter(({ mayOpen }) => !mayOpen).map(({ customerId }) => customerId);
  if (customerIds.length > 0) {
    const looked = { action: "customers.similar", subject: "customers", at, detail: { customerIds } };
    await recordRead(deps, { ...looked, id: currentRequestId() ?? "", actor: actorNameOf(actor) });
  }
  return items;
}

const isMember = (actor: Actor, memberId: string): boolean => actor.kind === "member" && actor.id === memberId;

const isNear = ({ sites }: CustomerRecord, pins: readonly Gcj02Point[]): boolean =>
  sites.some((site) => {
    const at = pinOf(site);
    return at !== null && pins.some((pin) => isSamePlace(at, pin));
  });

async function nearTo(pins: readonly Gcj02Point[]): Promise<CustomerRecord[]> {
  if (pins.length === 0) return [];
  const around = await CustomerModel.find({ placeKeys: { $in: [...new Set(pins.flatMap(placeKeysNear))] } })
    .limit(candidatesMax)
    .lean<CustomerRecord[]>();
  return around.filter((customer) => isNear(customer, pins));
}
