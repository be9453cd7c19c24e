import { followUpChannels, followUpLengths } from "@shared/domain/followUp";
import { lengthSeen } from "@shared/domain/invisible";
import { tidiedLine, tidiedText } from "@shared/domain/tidyText";
import type { FollowUpFaults, FollowUpForm } from "@/features/followUps/followUpForm";
import { useWords } from "@/texts";
import { Card, Choices, TextArea, TextField } from "@/ui";

interface FollowUpFieldsProps {
  form: FollowUpForm;
  faults: FollowUpFaults;
  /** It was to be sent: what is missing is marked from now on. */
  tried: boolean;
  change: (part: Partial<FollowUpForm>) => void;
}

/** How, with whom, and what was said. */
export function FollowUpFields({ form, faults, tried, change }: FollowUpFieldsProps) {
  const { t } = useWords();
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
        <TextField
          id="follow-up-people"
          label={words.people}
          hint={words.peopleHint}
          value={form.people}
          fault={wordsOf("people")}
          onChange={(people) => change({ people: tidiedLine(people) })}
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
