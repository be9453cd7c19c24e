import { Text, View } from "@tarojs/components";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { classes } from "../classes";
import { useShown } from "../frame";
import { Tap } from "../Tap";
import { unbroken } from "../text/unbroken";
import "./index.scss";

export interface TraceStep {
  key: string;
  /** ● happened, ○ still to come. */
  done: boolean;
  text: string;
  note?: string | null;
  /** What is to be known about the note, such as that it was corrected. */
  mark?: string;
  onTap?: () => void;
}

/** From footstep to fen: what happened, one below the other, and what is still to come. */
export function Trace({ steps }: { steps: readonly TraceStep[] }) {
  const { f } = useWords();
  return (
    <View className="trace" {...a11y({ role: "list" })}>
      {steps.map((step) => (
        <View
          key={step.key}
          className={classes("trace-step", step.done && "trace-done")}
          {...a11y({ role: "listitem" })}
        >
          <View className="trace-mark" {...a11y({ hidden: true })} />
          {step.onTap ? (
            <Tap className="trace-body" label={f.said(step.text, step.note, step.mark)} onTap={step.onTap}>
              <StepWords step={step} />
            </Tap>
          ) : (
            <View className="trace-body">
              <StepWords step={step} />
            </View>
          )}
        </View>
      ))}
    </View>
  );
}

function StepWords({ step }: { step: TraceStep }) {
  const shown = useShown();
  return (
    <>
      <Text className="trace-text">{unbroken(shown(step.text))}</Text>
      {step.note && <Text className="trace-note">{unbroken(shown(step.note))}</Text>}
      {step.mark && <Text className="trace-mark-text">{step.mark}</Text>}
    </>
  );
}
