import type { AnswerOf } from "@shared/contracts";
import { addDays, type BusinessDay, businessDayOf } from "@shared/domain/time";
import { AppError } from "@shared/errors";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import { countCustomersServedBy } from "../customers";
import {
  findMembers,
  findPerson,
  findUnitsEver,
  mayChangeRoles,
  type Person,
  type PlaceEver,
  placesEver,
  rolesByDirectory,
} from "../members";
import { waitingOf } from "../sales";
import { memberByNumber } from "./employeeNumbers";
import { mayChangeStaff } from "./policy";
import { superiorsOf } from "./reportingLine";
import { findStaff } from "./staffRecords";

type Read = AnswerOf<"members.read">;

/** Everything that is kept of one member, for those who look after people. @throws AppError "member.unknown" */
export async function presentMember(
  { clock }: Pick<Deps, "clock">,
  actor: MemberActor,
  memberId: string,
): Promise<Read> {
  const today = businessDayOf(clock.now());
  const [person, staff, places, units] = await Promise.all([
    findPerson(memberId),
    findStaff(memberId),
    placesEver(memberId),
    findUnitsEver(),
  ]);
  if (!person) throw new AppError("member.unknown", `no member ${memberId}`);
  const { grants } = person;
  const named = [
    ...staff.reportsTo.flatMap(({ value }) => value ?? []),
    ...grants.flatMap(({ by }) => (by.kind === "member" ? [by.id] : [])),
  ];
  const [superiors, holder] = await Promise.all([
    superiorsOf(memberId, today),
    staff.employeeNumber === null ? null : memberByNumber(staff.employeeNumber),
  ]);
  const names = await findMembers([...new Set([...named, ...superiors])]);
  const nameOf = (id: string) => names.get(id)?.name ?? id;
  const unitName = (unitId: string) => units.get(unitId)?.name ?? unitId;
  const now = placeToday(places, today);
  return {
    member: {
      memberId,
      name: person.name,
      state: person.state,
      unitName: now && unitName(now.unitId),
      employeeNumber: staff.employeeNumber,
      numberTakenByName: holder && holder.memberId !== memberId ? holder.name : null,
      joinedOn: staff.joinedOn,
      leftOn: staff.leftOn,
      goneOn: person.state === "left" ? goneOn(places) : null,
      reportsTo: staff.reportsTo.map(({ fromOn, value }) => ({
        ...{ fromOn, memberId: value },
        name: value === null ? null : nameOf(value),
      })),
      superiorNames: person.state === "left" ? [] : superiors.map(nameOf),
      salesMode: staff.salesMode,
    },
    places: places.map(({ unitId, part, fromOn, untilOn }) => ({
      ...{ unitName: unitName(unitId), part, fromOn },
      lastOn: untilOn && addDays(untilOn, -1),
    })),
    byDirectory: rolesByDirectory(places, units, today),
    roles: heldRoles(person, unitName, nameOf),
    open: person.state === "left" ? await openOf(memberId) : null,
    revision: staff.revision,
    can: { setRecord: mayChangeStaff(actor, memberId), changeRoles: mayChangeRoles(actor, memberId) },
  };
}

export const placeToday = (places: readonly PlaceEver[], today: BusinessDay): PlaceEver | null =>
  places.find(({ part, untilOn }) => part === "member" && (untilOn === null || today < untilOn)) ?? null;

export const presentGrant = (
  { role, unitId, fromOn, untilOn }: Person["grants"][number],
  unitName: (unitId: string) => string,
) => ({
  ...{ role, unitId: unitId ?? null, fromOn },
  unitName: unitId ? unitName(unitId) : null,
  lastOn: untilOn ? addDays(untilOn, -1) : null,
});

/** The last day on which the directory had them somewhere; null where somewhere it still has. */
function goneOn(places: readonly PlaceEver[]): BusinessDay | null {
  const ends = places.map(({ untilOn }) => untilOn);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

/** Newest first. */
const heldRoles = (
  { grants }: Person,
  unitName: (unitId: string) => string,
  nameOf: (memberId: string) => string,
): Read["roles"] =>
  grants
    .map((grant) => ({
      ...presentGrant(grant, unitName),
      byName: grant.by.kind === "member" ? nameOf(grant.by.id) : null,
    }))
    .sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1));

/** What is decided on by somebody else meanwhile, such as an approval, waits for nobody who has left. */
async function openOf(memberId: string): Promise<NonNullable<Read["open"]>> {
  const [clients, sales] = await Promise.all([countCustomersServedBy(memberId), waitingOf(memberId)]);
  return { clients, sales: sales.count };
}
