import { findDepartment, findMember } from "../directory";
import type { Fields } from "../fields";
import type { World } from "../world";

/** Puts names in the place of `$userName=ID$`, `$userAlias…=ID$` and `$departmentName=ID$`, as `enable_id_trans` asks. */
export function withNames(world: World, content: Fields): Fields {
  const translated = (value: unknown): unknown => {
    if (typeof value === "string") return translate(world, value);
    if (Array.isArray(value)) return value.map(translated);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, translated(inner)]));
    return value;
  };
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, translated(value)]));
}

function translate(world: World, text: string): string {
  return text
    .replace(/\$user(?:Name|AliasOrName|Alias)=([^$]+)\$/g, (whole, id: string) => findMember(world, id)?.name ?? whole)
    .replace(/\$departmentName=(\d+)\$/g, (whole, id: string) => findDepartment(world, Number(id))?.name ?? whole);
}
