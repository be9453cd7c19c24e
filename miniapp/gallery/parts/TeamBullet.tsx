import { TeamBullet } from "@/components/TeamBullet";
import { examplesOf } from "../examples";
import { hugeFen } from "../given/names";
import { monthOf } from "../given/progress";

export const examples = examplesOf("TeamBullet", TeamBullet, () => ({
  behind: { ...monthOf(163_200_000, 240_000_000), workingDaysLeft: 3 },
  "nothing sold": { ...monthOf(0, 240_000_000), workingDaysLeft: 22 },
  reached: { ...monthOf(240_000_000, 240_000_000), workingDaysLeft: 0 },
  "far beyond, huge": { ...monthOf(hugeFen, 240_000_000), workingDaysLeft: 1 },
  "no target": { ...monthOf(163_200_000, null), workingDaysLeft: 3 },
}));
