import type { PartitionLease } from "../../outbox";
import type { NoticeKind } from "./kinds";
import type { QuotaBlock } from "./dayQuota";
import type { CallCount, UnaskedCount } from "./limits";

/** What is kept beside the lease of a receiver: only its holder sends, so only its holder counts. */
export interface SendMemory {
  /** Real instants of recent sends, oldest first. */
  sentAtMs: number[];
  /** What is left of the block of the day's quota that this member's messages have reserved. */
  quota?: QuotaBlock;
  unasked?: UnaskedCount;
  /** How often this week a group's messages have called somebody. */
  calls?: CallCount;
  /** Business instants of recent messages to a group, by kind. */
  recentMs: Partial<Record<NoticeKind, number[]>>;
}

const name = "sends";

export function readMemory(lease: PartitionLease): SendMemory {
  // Stored by `withMemory` alone.
  const stored = lease.memory[name] as Partial<SendMemory> | undefined;
  return { sentAtMs: [], recentMs: {}, ...stored };
}

export function withMemory(lease: PartitionLease, memory: SendMemory): Record<string, unknown> {
  return { ...lease.memory, [name]: memory };
}
