import { type FollowUpChannel, followUpLengths, type FollowUpText } from "@shared/domain/followUp";
import { lengthSeen } from "@shared/domain/invisible";

export interface FollowUpForm {
  commandId: string;
  channel: FollowUpChannel;
  people: string;
  record: string;
}

/** What is wrong with a field: nothing there, or more than fits. */
export type FollowUpFaults = Partial<Record<"people" | "record", "missing" | "tooLong">>;

export function followUpFaults({ people, record }: FollowUpForm): FollowUpFaults {
  const faults: FollowUpFaults = {};
  if (lengthSeen(people.trim()) > followUpLengths.people) faults.people = "tooLong";
  if (record.trim() === "") faults.record = "missing";
  else if (lengthSeen(record.trim()) > followUpLengths.record) faults.record = "tooLong";
  return faults;
}

/** What is sent of a form. */
export const textOfForm = ({ channel, people, record }: FollowUpForm): FollowUpText => ({
  channel,
  people: people.trim() || null,
  record: record.trim(),
});

/** What somebody has said, as a form holds it. */
export const filledOf = ({ channel, people, record }: FollowUpText): Omit<FollowUpForm, "commandId"> => ({
  channel,
  people: people ?? "",
  record,
});
