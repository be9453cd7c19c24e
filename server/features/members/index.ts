export {
  acceptConsent,
  consentsNow,
  consentNumberOf,
  consentsOf,
  consentVersion,
  endConsents,
  hasConsented,
} from "./consent";
export { countLacking, countLeavers, type Lacking } from "./countLacking";
export { findMembersByWords, type FoundMember } from "./findByWords";
export {
  roleChanged,
  type RoleChanged,
  type RoleSpan,
  memberMoved,
  type MemberMoved,
  unitMoved,
  type UnitMoved,
} from "./events";
export { decideReturn } from "./decideReturn";
export { memberIdOfUser, userIdOf } from "./memberIds";
export { findMemberIdsByLastFour, findMemberIdsByPhone } from "./memberPhones";
export { isCompanyKnown, phonesTold } from "./whatIsKnown";
export { nameFirstAdministrator } from "./firstAdministrator";
export { findRoleSpan, grantRole, revokeRole } from "./changeRoles";
export { countPeople, findPeopleByName, nameFieldsOf, pageOfPeople } from "./memberSearch";
export { type Person, type PlaceEver, findPeople, findPerson, placesEver, placesEverOf } from "./people";
export { mayChangeRoles } from "./policy";
export { type GrantedRole, rolesByDirectory } from "./roles";
export {
  belongedDuring,
  activeMembersCount,
  findActiveMembers,
  findMember,
  findDirectoryLeaders,
  findGrantedRoles,
  findLeaverIds,
  findLeavers,
  findMembers,
  findMembersEver,
  findNamesByGrantedRole,
  findLeaders,
  findOfficers,
  type Officer,
  findUnit,
  findUnits,
  findUnitsEver,
  leadersOfUnit,
  leadersOfUnits,
  membersInDoubt,
  membersOfUnit,
  membersOfUnitsDuring,
  newestSpan,
  treeOf,
  unitAndAbove,
  unitAndAboveOn,
  unitAndBelow,
  unitsBelowDuring,
  unitOfMember,
  unitSpansOf,
  unitSpansOfAll,
  unitsNow,
  type Member,
  type OrgUnit,
  type UnitSpan,
} from "./readOrganisation";
export { mayReadRoles } from "./policy";
export { meHandlers, rolesHandlers } from "./routes";
export { membersNow, readSessionMember } from "./sessionMember";
export { DirectoryTooSmall, syncDirectory } from "./syncDirectory";
export { verdictNow } from "./identityVerdict";
export { findTreeDuring } from "./treeDuring";
export { monthsFollowedMax } from "./unitWrites";
