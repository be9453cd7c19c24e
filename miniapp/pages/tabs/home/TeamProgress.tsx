import { progressOf } from "@/features/today/progress";
import type { Today } from "@/features/today/useToday";
import { TeamBullet } from "@/components/TeamBullet";

/** A team's bullet from the server's figures. */
export function TeamProgress({ team }: { team: NonNullable<Today["team"]> }) {
  const { leftFen, drawn, ...standing } = progressOf(team);
  return (
    <TeamBullet
      doneFen={team.doneFen}
      targetFen={team.targetFen}
      standing={standing}
      leftFen={leftFen}
      drawn={drawn}
      workingDaysLeft={team.pace.workingDays - team.pace.workingDaysGone}
    />
  );
}
