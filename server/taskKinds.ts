import type { Deps } from "./deps";
import type { TaskKind } from "./tasks";

/** Every feature's long work. */
export const taskKinds: readonly TaskKind<Deps>[] = [];
