import { Text, View } from "@tarojs/components";
import { rolesShown, type useMe } from "@/features/session/useMe";
import { meWords } from "@/texts/areas/main/me";
import { usePageWords } from "@/texts/pageWords";
import { Card, Loadable, Words } from "@/ui";

/** Who I am here, and who leads my team. */
export function Profile({ me }: { me: ReturnType<typeof useMe> }) {
  const { t, f } = usePageWords(meWords);
  const { data, state, failure, refresh } = me;
  return (
    <Card id="profile">
      <Loadable id="profile" state={state} failure={failure} onRetry={() => void refresh()}>
        {data && (
          <View className="profile">
            <View className="profile-face">
              <Text>{data.member.name.slice(-1)}</Text>
            </View>
            <View className="profile-words">
              <Words as="title" id="my-name" heading={2}>
                {data.member.name}
              </Words>
              <Words as="sub" tone="quiet">
                {data.team ? t.me.team({ team: data.team.name, leaders: f.names(data.team.leaderNames) }) : t.me.noTeam}
              </Words>
              <Words as="sub" tone="quiet">
                {f.names(
                  rolesShown(data.member.roles).flatMap((role) => (role === "staff" ? [] : [t.common.roles[role]])),
                )}
              </Words>
            </View>
          </View>
        )}
      </Loadable>
    </Card>
  );
}
