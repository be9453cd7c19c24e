import { back } from "@/features/navigation";
import { useMe } from "@/features/session/useMe";
import { routes } from "@/routes";
import { useWords } from "@/texts";
import { Card, Empty } from "@/ui";

interface NoRightCardProps {
  /** Of the way back. */
  id: string;
  /** Whose the page is. */
  text: string;
}

/** A page that is opened by its address alone: whose it is, who gives the right to it, and the way back. */
export function NoRightCard({ id, text }: NoRightCardProps) {
  const { t, f } = useWords();
  const names = f.names(useMe().data?.administratorNames ?? []);
  return (
    <Card>
      <Empty
        text={text}
        note={t.common.noRight.text({ names })}
        action={{ id, text: t.common.back, onTap: () => back(routes.me()) }}
      />
    </Card>
  );
}
