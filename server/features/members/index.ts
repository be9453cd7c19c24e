export { acceptConsent, consentVersion, hasConsented } from "./consent";
export { grantRoles } from "./grantRoles";
export {
  findMember,
  findMembers,
  findNamesByGrantedRole,
  findUnit,
  findUnits,
  leadersOfUnit,
  membersOfUnit,
  unitAndAbove,
  unitAndBelow,
  unitOfMember,
  unitSpansOf,
  unitsLedBy,
  type Member,
  type OrgUnit,
} from "./readOrganisation";
export { meHandlers } from "./routes";
export { readSessionMember } from "./sessionMember";
export { syncDirectory } from "./syncDirectory";
