import { findUnitsEver, unitAndAbove } from "../members";

/** The units above each team, itself first; read once for a whole list. */
export async function readUnitPaths(): Promise<(teamId: string) => string[]> {
  const units = await findUnitsEver();
  return (teamId) => {
    const path = unitAndAbove(units, teamId).map((unit) => unit.unitId);
    return path.length > 0 ? path : [teamId];
  };
}

export const unitPathOf = async (teamId: string): Promise<string[]> => (await readUnitPaths())(teamId);
