/** What TypeScript needs to know of ports.mjs. */
export function freePortsOf(count: number): Promise<number[]>;
