import type { BodyOf } from "@shared/contracts";
import { type FromDay, type StaffFault, staffFaults, valueOn } from "@shared/domain/staff";
import type { BusinessDay } from "@shared/domain/time";
import type { MemberRead } from "./useMembers";

/** What HR types of somebody. */
export interface RecordForm {
  employeeNumber: string;
  joinedOn: string;
  leftOn: string;
  /** Empty: their unit's leader. */
  reportsToId: string;
  reportsToName: string;
  reportsToFrom: BusinessDay;
  /** Empty: none. */
  salesMode: string;
  salesModeFrom: BusinessDay;
}

type Read = MemberRead["member"];

const linesOf = (member: Read): FromDay<string>[] =>
  member.reportsTo.map(({ fromOn, memberId }) => ({ fromOn, value: memberId }));

/** As it is kept; what changes from a day on begins today. */
export function formOf(member: Read, today: BusinessDay): RecordForm {
  const line = member.reportsTo.filter(({ fromOn }) => fromOn <= today).at(-1);
  return {
    employeeNumber: member.employeeNumber ?? "",
    joinedOn: member.joinedOn ?? "",
    leftOn: member.leftOn ?? "",
    reportsToId: line?.memberId ?? "",
    reportsToName: line?.name ?? "",
    reportsToFrom: today,
    salesMode: valueOn(member.salesMode, today)?.value ?? "",
    salesModeFrom: today,
  };
}

/** What is sent of it: of what counts from a day on only what differs. */
export function bodyOf(
  form: RecordForm,
  member: Read,
  today: BusinessDay,
): Omit<BodyOf<"members.setRecord">, "commandId" | "revision"> {
  const before = formOf(member, today);
  const change = (value: string, was: string, fromOn: BusinessDay) =>
    value === was ? null : { fromOn, value: value === "" ? null : value };
  const number = form.employeeNumber.trim();
  return {
    employeeNumber: number === "" ? null : number,
    joinedOn: form.joinedOn === "" ? null : form.joinedOn,
    leftOn: form.leftOn === "" ? null : form.leftOn,
    reportsTo: change(form.reportsToId, before.reportsToId, form.reportsToFrom),
    salesMode: change(form.salesMode, before.salesMode, form.salesModeFrom),
  };
}

/** By field, as the server refuses it. */
export function faultsOf(form: RecordForm, member: Read, today: BusinessDay): Record<string, StaffFault["code"]> {
  const before = { memberId: member.memberId, reportsTo: linesOf(member), salesMode: member.salesMode };
  const faults = staffFaults(bodyOf(form, member, today), before, today);
  return Object.fromEntries(faults.map(({ field, code }) => [field, code]));
}
