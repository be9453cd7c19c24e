import { View } from "@tarojs/components";
import { usePageFrame } from "@/features/frame/usePageFrame";
import { open } from "@/features/navigation";
import { groupsFor } from "@/features/search/menu";
import { useMe } from "@/features/session/useMe";
import { menuWords } from "@/texts/areas/menu";
import { usePageWords } from "@/texts/pageWords";
import { Card, Empty, Line, Loadable, Page, Row } from "@/ui";

/** All pages that stand for themselves and that I may open, as a monitor has them beside every page. */
export default function Menu() {
  const { t } = usePageWords(menuWords);
  const { title, none } = t.menu.page;
  usePageFrame({ title });
  const me = useMe();
  const groups = groupsFor(me.data?.can ?? []);
  return (
    <Page id="page-menu" title={title}>
      <Loadable id="menu" state={me.state} failure={me.failure} onRetry={() => void me.refresh()}>
        {groups.length === 0 && (
          <Card>
            <Empty text={none} />
          </Card>
        )}
        {groups.map(({ id, entries }) => (
          <Card key={id} id={`menu-${id}`} flush title={t.menu.groups[id]}>
            {entries.map(({ id: entry, path }, index) => (
              <View key={entry}>
                {index > 0 && <Line />}
                <Row
                  id={`menu-${entry}`}
                  text={t.menu.entries[entry]}
                  label={t.menu.entries[entry]}
                  onTap={() => open(path)}
                />
              </View>
            ))}
          </Card>
        ))}
      </Loadable>
    </Page>
  );
}
