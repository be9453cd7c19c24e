import { followUpChannels, followUpLengths } from "@shared/domain/followUp";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedText } from "@shared/domain/tidyText";
import type { FollowUpFaults, FollowUpForm } from "@/features/followUps/followUpForm";
import { PeopleField } from "@/components/PeopleField";
import { fieldWords } from "@/texts/areas/main/field";
import { followUpWords } from "@/texts/areas/followUp";
import { usePageWords } from "@/texts/pageWords";
import { Card, Choices, TextArea } from "@/ui";

interface FollowUpFieldsProps {
  form: FollowUpForm;
  /** Who is known at the client. */
  contactNames: readonly string[];
  faults: FollowUpFaults;
  /** It was to be sent: what is missing is marked from now on. */
  tried: boolean;
  change: (part: Partial<FollowUpForm>) => void;
}

/** How, with whom, and what was said. */
export function FollowUpFields({ form, contactNames, faults, tried, change }: FollowUpFieldsProps) {
  const { t } = usePageWords(fieldWords, followUpWords);
  const words = t.followUp;
  const wordsOf = (field: keyof typeof followUpLengths): string | null => {
    if (faults[field] === "tooLong") return t.common.tooLong({ max: followUpLengths[field] });
    return tried && faults[field] === "missing" ? words.recordMissing : null;
  };
  return (
    <>
      <Card title={words.channel}>
        <Choices
          id="follow-up-channel"
          label={words.channel}
          value={form.channel}
          options={followUpChannels.map((value) => ({ value, text: words.channels[value] }))}
          onChoose={(channel) => change({ channel })}
        />
      </Card>
      <Card>
        <PeopleField
          id="follow-up-people"
          label={words.people}
          known={contactNames}
          value={form.people}
          fault={wordsOf("people")}
          onChange={(people) => change({ people })}
        />
        <TextArea
          id="follow-up-record"
          label={words.record}
          required
          hint={words.recordHint}
          lengthMax={followUpLengths.record}
          aside={t.field.visit.counter({ count: lengthSeen(form.record), max: followUpLengths.record })}
          value={form.record}
          fault={wordsOf("record")}
          onChange={(record) => change({ record: tidiedText(record) })}
        />
      </Card>
    </>
  );
}
