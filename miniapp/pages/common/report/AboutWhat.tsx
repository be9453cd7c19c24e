import type { SeenFailure } from "@/features/reports/seenFailures";
import { reportsWords } from "@/texts/areas/reports";
import { usePageWords } from "@/texts/pageWords";
import { Card, RadioGroup, RadioMark, Row, Words } from "@/ui";

interface AboutWhatProps {
  choices: readonly SeenFailure[];
  chosen: SeenFailure | null;
  onChoose: (failure: SeenFailure | null) => void;
}

/** Which of the errors that were seen last it is about, or none. */
export function AboutWhat({ choices, chosen, onChoose }: AboutWhatProps) {
  const { t, f } = usePageWords(reportsWords);
  const words = t.reports.form;
  if (choices.length === 0)
    return (
      <Card title={words.about}>
        <Words as="sub" tone="quiet">
          {words.noneSeen}
        </Words>
      </Card>
    );
  const options = [...choices, null].map((failure) => ({
    failure,
    id: `report-about-${failure?.seenId ?? "none"}`,
    choose: () => onChoose(failure),
  }));
  return (
    <Card id="report-about" flush title={words.about}>
      <RadioGroup id="report-choices" label={words.about} options={options}>
        {options.map(({ id, failure, choose }) => {
          const isChosen = failure?.seenId === chosen?.seenId;
          const text = failure?.sentence ?? words.none;
          const note = failure && [f.instant(new Date(failure.at)), failure.reference].filter(Boolean).join(" · ");
          return (
            <Row
              key={id}
              id={id}
              lead={<RadioMark on={isChosen} />}
              text={text}
              note={
                note && (
                  <Words as="sub" tone="quiet">
                    {note}
                  </Words>
                )
              }
              label={f.said(text, note)}
              checked={isChosen}
              opens={false}
              onTap={choose}
            />
          );
        })}
      </RadioGroup>
    </Card>
  );
}
