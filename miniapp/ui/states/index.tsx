import { Text, View } from "@tarojs/components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "@/texts";
import { a11y } from "../a11y";
import { useFrame } from "../frame";
import { Button } from "../Tap/Button";
import { unbroken } from "../text/unbroken";
import "./index.scss";

/** What went wrong, in words: see `failureOf`. */
export interface Failure {
  sentence: string;
  /** The request number that the person can quote. */
  reference: string | null;
  /** Rights are missing: trying again does not help. */
  noRight: boolean;
  /** What is asked for is not there: trying again does not help. */
  gone: boolean;
  /** The server was not reached. */
  offline: boolean;
  /** The server has answered by a rule: somebody was quicker, or it is not so any more. Nobody has to look into it. */
  isRule?: boolean;
  /** The same again may work: only the way was broken, or the server busy. */
  mayRetry: boolean;
}

/** Grey blocks in the layout to come, from 200 ms on: what is quicker shows nothing at all. */
export function Skeleton({ rows = [40, 100, 100, 72] }: { rows?: readonly number[] }) {
  const { t } = useWords();
  const late = useLate(200);
  return (
    <View className="skeleton" {...a11y({ role: "status", label: t.common.loading })}>
      {late && rows.map((width, index) => <View key={index} className="skeleton-row" style={{ width: `${width}%` }} />)}
    </View>
  );
}

function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}

interface EmptyProps {
  text: string;
  note?: string;
  action?: { text: string; onTap: () => void; id: string };
}

/** Nothing here yet, and what will bring something. */
export function Empty({ text, note, action }: EmptyProps) {
  return (
    <View className="state">
      <View className="state-art" {...a11y({ hidden: true })}>
        <View className="state-step state-step-1" />
        <View className="state-step state-step-2" />
        <View className="state-step state-step-3" />
      </View>
      <Text className="state-text">{unbroken(text)}</Text>
      {note && <Text className="state-note">{unbroken(note)}</Text>}
      {action && <Button {...action} />}
    </View>
  );
}

interface ErrorBlockProps {
  failure: Failure;
  /** Sends or asks the same again. */
  onRetry?: () => void;
  /** In its place where the same again brings nothing. */
  onBack?: () => void;
  /** False where reporting it is what has failed. */
  mayReport?: boolean;
  id?: string;
}

/** What happened, what it means, and a way on. */
export function ErrorBlock({ failure, onRetry, onBack, mayReport = true, id = "error" }: ErrorBlockProps) {
  const { t } = useWords();
  const { failureSeen, reportFailure } = useFrame();
  const { sentence, reference, offline, noRight, isRule } = failure;
  // Nobody can do anything about a phone without a network, or has to about a right that is missing.
  const isReportable = mayReport && !offline && !noRight && isRule !== true;
  const tell = useRef(failureSeen);
  useEffect(() => {
    tell.current = failureSeen;
  });
  useEffect(() => {
    // Whatever was seen can be named in a report.
    if (mayReport) tell.current({ sentence, reference, needsNobody: !isReportable });
  }, [mayReport, isReportable, sentence, reference]);
  if (failure.noRight) return <NoRight names={[]} {...(onBack && { onBack })} />;
  return (
    <View className="state" id={id} {...a11y({ role: "alert" })}>
      <Text className="state-note">{unbroken(failure.sentence)}</Text>
      {failure.reference && isRule !== true && (
        <Text className="state-reference">{t.common.reference({ id: failure.reference })}</Text>
      )}
      {onBack ? (
        <Button text={t.common.back} onTap={onBack} id={`${id}-back`} />
      ) : (
        onRetry && <Button text={t.common.retry} onTap={onRetry} id={`${id}-retry`} />
      )}
      {isReportable && reportFailure && (
        <Button
          kind="quiet"
          text={t.common.report}
          onTap={() => reportFailure({ sentence, reference })}
          id={`${id}-report`}
        />
      )}
    </View>
  );
}

/** Somebody else may see this; here is who can help. */
export function NoRight({ names, onBack }: { names: readonly string[]; onBack?: () => void }) {
  const { t, f } = useWords();
  return (
    <View className="state" id="no-right">
      <Text className="state-text">{t.common.noRight.title}</Text>
      <Text className="state-note">{t.common.noRight.text({ names: f.names(names) })}</Text>
      {onBack && <Button text={t.common.back} onTap={onBack} id="no-right-back" />}
    </View>
  );
}

interface EarlierProps {
  id: string;
  /** null: there is nothing older. */
  earlier: { busy: boolean; failure: Failure | null; show: () => void } | null;
  /** What the way is called where it does not lead to what is older. */
  text?: string;
}

/** At the foot of a long list: the way to what is older. */
export function Earlier({ id, earlier, text: called }: EarlierProps) {
  const { t } = useWords();
  if (!earlier) return null;
  if (earlier.failure) return <ErrorBlock id={`${id}-error`} failure={earlier.failure} onRetry={earlier.show} />;
  const text = earlier.busy ? t.common.loading : (called ?? t.common.earlier);
  return <Button id={id} kind="quiet" text={text} disabled={earlier.busy} onTap={earlier.show} />;
}

interface LoadableProps {
  state: "loading" | "failed" | "ready";
  failure: Failure | null;
  onRetry: () => void;
  skeleton?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** One block of a page: it waits, fails and comes back alone, the rest of the page stays. */
export function Loadable({ state, failure, onRetry, skeleton, id, children }: LoadableProps) {
  const { goBack } = useFrame();
  if (state === "ready") return <>{children}</>;
  if (state === "failed" && failure) {
    const on = failure.gone || failure.noRight ? { onBack: goBack } : { onRetry };
    return <ErrorBlock failure={failure} {...on} {...(id && { id: `${id}-error` })} />;
  }
  return <>{skeleton ?? <Skeleton />}</>;
}
