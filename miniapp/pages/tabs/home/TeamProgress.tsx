import { progressOf } from "@/features/today/progress";
import { useMe } from "@/features/session/useMe";
import type { Today } from "@/features/today/useToday";
import { TeamBullet } from "@/components/TeamBullet";
import { useWords } from "@/texts";

/** A team's bullet from the server's figures. */
export function TeamProgress({ team }: { team: NonNullable<Today["team"]> }) {
  const { f } = useWords();
  const me = useMe();
  const { leftFen, drawn, ...standing } = progressOf(team);
  return (
    <TeamBullet
      doneFen={team.doneFen}
      targetFen={team.targetFen}
      standing={standing}
      leftFen={leftFen}
      drawn={drawn}
      workingDaysLeft={team.pace.workingDaysLeft ?? null}
      publishers={f.names(me.data?.hrNames ?? [])}
    />
  );
}
