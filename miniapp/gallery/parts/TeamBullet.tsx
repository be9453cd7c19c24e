import { TeamBullet } from "@/components/TeamBullet";
import { examplesOf } from "../examples";
import { hugeFen } from "../given/names";
import { monthOf } from "../given/progress";

export const examples = examplesOf("TeamBullet", TeamBullet, ({ say }) => ({
  behind: { ...monthOf(163_200_000, 240_000_000), workingDaysLeft: 3, publishers: "" },
  "nothing sold": { ...monthOf(0, 240_000_000), workingDaysLeft: 22, publishers: "" },
  reached: { ...monthOf(240_000_000, 240_000_000), workingDaysLeft: 0, publishers: "" },
  "far beyond, huge": { ...monthOf(hugeFen, 240_000_000), workingDaysLeft: 1, publishers: "" },
  "no target": { ...monthOf(163_200_000, null), workingDaysLeft: 3, publishers: say("周敏", "Zhou Min") },
  "no target, nobody known": { ...monthOf(0, null), workingDaysLeft: 3, publishers: "" },
}));
