import type { AnswerOf, QueryOf } from "@shared/contracts";
import { employeeNumberKey, valueOn } from "@shared/domain/staff";
import { type BusinessDay, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import type { MemberActor } from "../../http";
import {
  countPeople,
  findMemberIdsByLastFour,
  findPeople,
  findPeopleByName,
  findUnitsEver,
  type OrgUnit,
  pageOfPeople,
  type Person,
  type PlaceEver,
  placesEverOf,
  rolesByDirectory,
} from "../members";
import { mayAskForDirectory } from "./policy";
import { placeToday, presentGrant } from "./presentMember";
import { findStaffOf, memberIdsByNumberBeginning, type Staff } from "./staffRecords";

type List = AnswerOf<"members.list">;
type Row = List["items"][number];
type Query = QueryOf<"members.list">;

const pageSize = 50;
/** Where few of many lack something one answer looks through so many pages, and the next one goes on. */
const pagesLookedAtMax = 10;

/** Members, a page at a time, for those who look after people. */
export async function listMembers(
  deps: Pick<Deps, "clock" | "fieldKeys">,
  actor: MemberActor,
  query: Query,
): Promise<List> {
  const today = businessDayOf(deps.clock.now());
  const [counts, units] = await Promise.all([countPeople(), findUnitsEver()]);
  const rowsOf = async (people: readonly Person[]) =>
    (await presentRows(people, units, today)).filter((one) => isMeant(one, query)).map(({ row }) => row);
  const listed =
    query.words === undefined
      ? await pageOf(query, rowsOf)
      : { items: await rowsOf(await findByWords(deps, query.words)), nextCursor: null };
  return { ...listed, counts, can: { readDirectory: mayAskForDirectory(actor) } };
}

async function pageOf(
  { state = "here", cursor }: Query,
  rowsOf: (people: readonly Person[]) => Promise<Row[]>,
): Promise<Pick<List, "items" | "nextCursor">> {
  let after = cursor === undefined ? null : Buffer.from(cursor, "base64url").toString();
  const items: Row[] = [];
  for (let looked = 0; looked < pagesLookedAtMax; looked += 1) {
    const { people, next } = await pageOfPeople(state === "here" ? "active" : "left", after, pageSize);
    items.push(...(await rowsOf(people)));
    after = next;
    if (next === null || items.length >= pageSize / 2) break;
  }
  return { items, nextCursor: after === null ? null : Buffer.from(after).toString("base64url") };
}

/** Of so many nobody looks for one: another letter tells them apart. */
const foundMax = 100;

async function findByWords(deps: Pick<Deps, "fieldKeys">, words: string): Promise<Person[]> {
  const key = employeeNumberKey(words);
  const [byName, byPhone, byNumber] = await Promise.all([
    findPeopleByName(words),
    /^\d{4}$/.test(key) && deps.fieldKeys.all.length > 0 ? findMemberIdsByLastFour(deps, key) : [],
    key === "" ? [] : memberIdsByNumberBeginning(key),
  ]);
  const known = new Set(byName.map(({ memberId }) => memberId));
  const others = [...new Set([...byNumber, ...byPhone])].filter((memberId) => !known.has(memberId));
  return [...(await findPeople(others)), ...byName].slice(0, foundMax);
}

/** A row with whether they belong to a team or lead a unit today, and have any role: as `countLacking` counts. */
interface Judged {
  row: Row;
  hasTeam: boolean;
  hasRole: boolean;
}

const isMeant = ({ row, hasTeam, hasRole }: Judged, { state = "here", lacking }: Query): boolean => {
  if ((row.state === "left") !== (state === "left")) return false;
  return lacking === undefined || !(lacking === "team" ? hasTeam : hasRole);
};

async function presentRows(
  people: readonly Person[],
  units: ReadonlyMap<string, OrgUnit>,
  today: BusinessDay,
): Promise<Judged[]> {
  const ids = people.map(({ memberId }) => memberId);
  const [places, staff] = await Promise.all([placesEverOf(ids), findStaffOf(ids)]);
  return people.map((person) =>
    presentRow(person, { places: places.get(person.memberId) ?? [], staff: staff.get(person.memberId), units, today }),
  );
}

function presentRow(
  { memberId, name, state, grants }: Person,
  given: {
    places: readonly PlaceEver[];
    staff: Staff | undefined;
    units: ReadonlyMap<string, OrgUnit>;
    today: BusinessDay;
  },
): Judged {
  const { places, staff, units, today } = given;
  const unitName = (unitId: string) => units.get(unitId)?.name ?? unitId;
  const now = placeToday(places, today);
  const leads = places.filter(
    ({ part, fromOn, untilOn }) => part === "leader" && fromOn <= today && (untilOn === null || today < untilOn),
  );
  const byDirectory = rolesByDirectory(places, units, today);
  const lasting = grants.filter(({ untilOn }) => !untilOn || today < untilOn);
  const inForce = lasting.filter(({ fromOn }) => fromOn <= today);
  return {
    hasTeam: byDirectory.length > 0 || inForce.some(({ role }) => role === "manager"),
    hasRole: byDirectory.length > 0 || inForce.length > 0,
    row: {
      ...{ memberId, name, state },
      unitName: now && unitName(now.unitId),
      employeeNumber: staff?.employeeNumber ?? null,
      joinedOn: staff?.joinedOn ?? null,
      salesMode: valueOn(staff?.salesMode ?? [], today)?.value ?? null,
      byDirectory,
      leadsNames: leads.map(({ unitId }) => unitName(unitId)),
      roles: lasting.map((grant) => presentGrant(grant, unitName)),
    },
  };
}
