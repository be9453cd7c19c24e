import { useWords } from "@/texts";
import { Card, Empty } from "@/ui";

interface NoRightCardProps {
  /** Of the way back. */
  id: string;
  /** Whose the page is. */
  text: string;
  /** Who gives the right to it. */
  names: readonly string[];
  onBack: () => void;
}

/** A page that is opened by its address alone: whose it is, who gives the right to it, and the way back. */
export function NoRightCard({ id, text, names, onBack }: NoRightCardProps) {
  const { t, f } = useWords();
  return (
    <Card>
      <Empty
        text={text}
        note={t.common.noRight.text({ names: f.names(names) })}
        action={{ id, text: t.common.back, onTap: onBack }}
      />
    </Card>
  );
}
