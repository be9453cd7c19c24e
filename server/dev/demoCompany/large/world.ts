import { demoWorld, type World } from "../../wecom";
import { Chance } from "./random";
import { largePeople } from "./people";
import { largeScale, type Scale } from "./scale";

/** The WeCom of the large demo: the small one's corp, apps and secrets with the large one's people. */
export function largeWorld(trustedDomains: string[], scale: Scale = largeScale): World {
  const { departments, members, teams } = largePeople(scale);
  const small = demoWorld(trustedDomains);
  const nameOf = new Map(departments.map(({ id, name }) => [id, name]));
  const robots = teams.map(({ departmentId }): World["robots"][number] => {
    const known = small.robots.find((robot) => robot.departmentId === departmentId);
    const name = nameOf.get(departmentId) ?? "";
    return known ?? { key: robotKey(scale, departmentId), name, departmentId, state: "active" };
  });
  return { ...small, departments, members, robots };
}

/** In the form of a UUID, as WeCom's are. */
function robotKey({ seed }: Scale, departmentId: number): string {
  const chance = new Chance(seed, "robot", departmentId);
  const hex = (length: number) => Array.from({ length }, () => chance.whole(0, 15).toString(16)).join("");
  return [hex(8), hex(4), `4${hex(3)}`, `8${hex(3)}`, hex(12)].join("-");
}
