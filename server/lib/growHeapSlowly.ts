import v8 from "node:v8";

/**
 * Left to itself, V8 lets a busy process on a machine with much memory grow to four times of what lives in it before it clears: 350 MB
 * under the load of `npm run bench -- http`, of which 60 live. With a factor of two it is 240, for a twentieth of the answers a second.
 * Unlike a limit of the heap it ends no process that needs more for a while.
 */
export const heapGrowingFlag = "--heap-growing-percent";

export function growHeapSlowly(): void {
  v8.setFlagsFromString(`${heapGrowingFlag}=100`);
}
