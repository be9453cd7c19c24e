import { Component, type ReactNode } from "react";
import { useWords } from "@/texts";
import { Button } from "../Tap/Button";
import { Words } from "../text";

/** Keeps a page that broke from taking the program with it. What was typed is in storage already. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    // The browser's or the developer tools' console is the only place that can still be told.
    console.error(error);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return <Broken onRetry={() => this.setState({ broken: false })} />;
  }
}

function Broken({ onRetry }: { onRetry: () => void }) {
  const { t } = useWords();
  return (
    <>
      <Words as="title">{t.common.crashed.title}</Words>
      <Words tone="quiet">{t.common.crashed.text}</Words>
      <Button text={t.common.retry} onTap={onRetry} id="crashed-retry" />
    </>
  );
}
