import { Component, type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/texts";
import { useFrame } from "../frame";
import { Button } from "../Tap/Button";
import { Words } from "../text";

interface BoundaryProps {
  children: ReactNode;
  /** Drops what the page was drawing when it broke, so that it is asked for again. */
  recover: () => void;
}

/** A page that breaks again within this time is not helped by drawing it again. */
const onceMs = 60_000;

/**
 * Keeps a page that broke from taking the program with it. It recovers by itself once, without what it was drawing; then the
 * person is asked. What was typed is in storage already.
 */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };
  private recoveredAtMs: number | null = null;

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    // The browser's or the developer tools' console is the only place that can still be told.
    console.error(error);
    this.props.recover();
    const now = Date.now();
    if (this.recoveredAtMs !== null && Math.abs(now - this.recoveredAtMs) < onceMs) return;
    this.recoveredAtMs = now;
    this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  const { failureSeen, reportFailure } = useFrame();
  const tell = useRef(failureSeen);
  useEffect(() => tell.current({ sentence: t.common.crashed.title, reference: null }), [t]);
  return (
    <>
      <Words as="title">{t.common.crashed.title}</Words>
      <Words tone="quiet">{t.common.crashed.text}</Words>
      <Button text={t.common.retry} onTap={onRetry} id="crashed-retry" />
      {reportFailure && (
        <Button
          kind="quiet"
          text={t.common.report}
          onTap={() => reportFailure({ sentence: t.common.crashed.title, reference: null })}
          id="crashed-report"
        />
      )}
    </>
  );
}
