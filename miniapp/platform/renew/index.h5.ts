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

/** What Taro's page loader leaves for its router: each page's file is fetched by `load`. */
interface Loadable {
  /** The page first, then what was handed in. */
  routes?: { load?: () => [Promise<unknown>, ...unknown[]] }[];
}

/**
 * Fetches the files of all pages, one after another, so that a page that was never opened opens without a network as well; then has
 * the browser keep them, so that the product itself does. Where a browser keeps nothing, such as WeCom's on iOS, nothing is lost.
 */
export async function readyForOffline(): Promise<void> {
  const { routes = [] } = (window as { __taroAppConfig?: Loadable }).__taroAppConfig ?? {};
  for (const { load } of routes) await load?.()[0].catch(() => {});
  // The pages of development change under one name.
  if (process.env.NODE_ENV !== "development") await navigator.serviceWorker?.register("/worker.js").catch(() => {});
}
