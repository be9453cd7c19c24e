import { tabsOf } from "@/features/frame/tabs";
import { rolesShown, useMe, useRoleShown } from "@/features/session/useMe";
import type { RoleShown } from "@/features/settings/settingsStore";
import { useSettings } from "@/features/settings/settingsStore";
import { waitingAs } from "@/features/todos/roleTodos";
import { useTodos } from "@/features/todos/useTodos";
import { useWords } from "@/texts";
import { Card, Row, Words } from "@/ui";

/**
 * My other roles, whose pages stand at other tabs: which, and what waits there. Above all else where something does, else below. A tap
 * goes there, which this phone remembers.
 */
export function OtherRoles({ waiting }: { waiting: boolean }) {
  const { t, f } = useWords();
  const shown = useRoleShown();
  const roles = rolesShown(useMe().data?.member.roles ?? []);
  const items = useTodos().data?.items ?? [];
  const choose = useSettings((settings) => settings.choose);
  const words = t.today.otherRoles;
  const others = roles.flatMap((role) => {
    const count = waitingAs(role, shown, items);
    return role === shown || role === "staff" || count > 0 !== waiting ? [] : [{ role, count }];
  });
  if (others.length === 0) return null;
  return (
    <Card id={waiting ? "roles-waiting" : "roles-other"} flush>
      {others.map(({ role, count }) => {
        const text = words.also({ role: t.common.roles[role] });
        const places = f.names(placesOf(role).map((word) => t.common.tabs[word]));
        const waits = count > 0 ? words.waits({ count }) : null;
        return (
          <Row
            key={role}
            id={`role-other-${role}`}
            text={text}
            note={
              <Words as="sub" tone="quiet">
                {places}
              </Words>
            }
            value={
              waits && (
                <Words as="sub" tone="brand">
                  {waits}
                </Words>
              )
            }
            label={f.said(text, waits, places)}
            onTap={() => choose({ role })}
          />
        );
      })}
    </Card>
  );
}

/** What only this role's tabs lead to: 我的 is everybody's. */
const placesOf = (role: RoleShown) => tabsOf[role].slice(0, -1).map(({ word }) => word);
