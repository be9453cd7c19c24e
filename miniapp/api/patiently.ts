import { ApiError } from "./apiError";

const triesMax = 6;
const unknownPauseS = 15;

const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Many questions in a row may be more than the server answers within a minute: it is waited for as long as it says, and asked again.
 * Every other failure is thrown at once. For reads alone.
 */
export async function patiently<Answer>(ask: () => Promise<Answer>, wait = pause): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "rate.limited" || tries === triesMax) throw error;
      const { retryAfterS } = error.details;
      await wait(typeof retryAfterS === "number" ? retryAfterS : unknownPauseS);
    }
  }
}
