/** Loads the page again, with whatever version the server has now. */
export const renew = (): void => window.location.reload();

/** Tells of a page whose file could not be fetched: the server has another version, or there is no network. */
export function onMissingPart(told: () => void): void {
  window.addEventListener("unhandledrejection", ({ reason }: PromiseRejectionEvent) => {
    const { name, code } = (reason ?? {}) as { name?: string; code?: string };
    if (name === "ChunkLoadError" || code === "CSS_CHUNK_LOAD_FAILED") told();
  });
}

/** Whether the server that these pages come from answers now. */
export async function isServerThere(): Promise<boolean> {
  try {
    const answer = await fetch("/", { method: "HEAD", cache: "no-store" });
    return answer.ok && answer.headers.has("x-server-now");
  } catch {
    return false;
  }
}
