import { View } from "@tarojs/components";
import type { FollowUpText } from "@shared/domain/followUp";
import { known } from "@/texts";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { Card, Line, Row, Words } from "@/ui";
import "./index.scss";

interface FollowUpFactsProps {
  id: string;
  title: string;
  said: FollowUpText;
  /** When it was, or was written. */
  times: readonly string[];
}

/** What was said, with whom and how. */
export function FollowUpFacts({ id, title, said: { channel, people, record }, times }: FollowUpFactsProps) {
  const { t } = usePageWords(followUpWords);
  const words = t.followUp;
  return (
    <Card id={id} title={title}>
      <View className="follow-up-words">
        <Words id={`${id}-record`}>{record}</Words>
      </View>
      <Line />
      <Row text={words.channel} value={<Words as="body">{known(words.channels, channel) ?? ""}</Words>} />
      {people !== null && (
        <>
          <Line />
          <Row text={words.people} value={<Words as="body">{people}</Words>} />
        </>
      )}
      {times.length > 0 && <Line />}
      {times.length > 0 && (
        <View className="follow-up-words">
          {times.map((time) => (
            <Words key={time} as="note" tone="quiet">
              {time}
            </Words>
          ))}
        </View>
      )}
    </Card>
  );
}
