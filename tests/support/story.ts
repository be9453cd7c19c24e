/**
 * A person's way through the product, in steps that each go on where the one before stopped. It is one test, since no step says
 * anything without those before it; where it breaks off, it names the step.
 * @param afterEachStep what must hold after every step
 */
export function story(
  title: string,
  steps: Record<string, () => Promise<void>>,
  { timeoutMs = 120_000, afterEachStep }: { timeoutMs?: number; afterEachStep?: () => void } = {},
): void {
  it(
    title,
    async () => {
      for (const [step, play] of Object.entries(steps)) {
        try {
          await play();
          afterEachStep?.();
        } catch (error) {
          // Jest shows the stack, whose first lines are the message.
          if (error instanceof Error) error.stack = `At the step "${step}":\n${error.stack}`;
          throw error;
        }
      }
    },
    timeoutMs,
  );
}
