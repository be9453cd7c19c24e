/** What the phone's own functions are given to answer; a person waits no longer. */
export const answerMaxMs = 5_000;

/** Ends the wait for an answer that may never come. What comes later is not looked at. */
export function withinTime<Answer>(answer: Promise<Answer>, late: () => Error): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), answerMaxMs);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
