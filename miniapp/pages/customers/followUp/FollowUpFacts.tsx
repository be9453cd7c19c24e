import type { FollowUpText } from "@shared/domain/followUp";
import { known, useWords } from "@/texts";
import { Card, Line, Row, Words } from "@/ui";

interface FollowUpFactsProps {
  id: string;
  title: string;
  said: FollowUpText;
  /** When it was, or was written. */
  times: readonly string[];
}

/** What was said, with whom and how. */
export function FollowUpFacts({ id, title, said: { channel, people, record }, times }: FollowUpFactsProps) {
  const { t } = useWords();
  const words = t.followUp;
  return (
    <Card id={id} title={title}>
      <Words id={`${id}-record`}>{record}</Words>
      <Line />
      <Row text={words.channel} value={<Words as="body">{known(words.channels, channel) ?? ""}</Words>} />
      {people !== null && (
        <>
          <Line />
          <Row text={words.people} value={<Words as="body">{people}</Words>} />
        </>
      )}
      <Line />
      {times.map((time) => (
        <Words key={time} as="note" tone="quiet">
          {time}
        </Words>
      ))}
    </Card>
  );
}
