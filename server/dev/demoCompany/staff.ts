import { jobActor } from "@shared/domain/actor";
import { addDays, businessDayOf } from "@shared/domain/time";
import type { Deps } from "../../deps";
import { findUnitsEver, pageOfPeople, placesEverOf, rolesByDirectory } from "../../features/members";
import { setRecord } from "../../features/staff";

const pageSize = 200;
const firstJoinedOn = "2019-03-04";
/** So many days after the one before, over some seven years: the first numbers are the oldest people's. */
const daysBetween = 97;
const joinedWithinDays = 2_500;

/** Numbers and days of joining for everybody, and how they sell for those who do: as HR types them on the first day. Safe to repeat. */
export async function seedStaff(deps: Pick<Deps, "clock" | "realNow">): Promise<void> {
  const today = businessDayOf(deps.clock.now());
  const units = await findUnitsEver();
  let count = 0;
  for (let after: string | null = null; ;) {
    const { people, next } = await pageOfPeople("active", after, pageSize);
    const places = await placesEverOf(people.map(({ memberId }) => memberId));
    for (const { memberId } of people) {
      const roles = rolesByDirectory(places.get(memberId) ?? [], units, today);
      const joinedOn = addDays(firstJoinedOn, (count * daysBetween) % joinedWithinDays);
      count += 1;
      const body = {
        ...{ commandId: `seed:staff:${memberId}`, revision: 0, joinedOn, leftOn: null, reportsTo: null },
        employeeNumber: String(count).padStart(5, "0"),
        salesMode: roles.length > 0 ? { fromOn: joinedOn, value: "直销" } : null,
      };
      await setRecord(deps, { actor: jobActor("setup"), memberId, body });
    }
    if (next === null) return;
    after = next;
  }
}
