export { changeCustomer } from "./changeCustomer";
export { type ClientLeft, clientsOfLeavers } from "./clientsOfLeavers";
export { contactNamesAt, peopleAt } from "./contacts";
export { createCustomer, openCustomers } from "./createCustomer";
export {
  countCustomers,
  countCustomersServedBy,
  customerNames,
  customersNow,
  findCustomer,
  findCustomers,
  findPlace,
  findStanding,
  findThemselves,
  formerPlacesOf,
  idsOf,
  pageOfCustomers,
} from "./customers";
export { customerOfSale, customerOn, ownersOfDay, readOwnersByDay } from "./asOfDay";
export { setStage } from "./setStage";
export { type MergeAsked, planMerge } from "./mergeCustomers";
export type { CustomerRecord } from "./customerModel";
export { eraseContacts } from "./eraseContacts";
export { type Double, doublesWith, findDoubles } from "./doubles";
export { countSeen, customersChosen, customersSeen, findByWords, findOwners, presentFound } from "./findByWords";
export { isWithin, worstPin } from "./narrowed";
export { readOwners, readOwnersOf, servedOnAny, servingSince, spansOf } from "./ownership";
export {
  mayAuditCustomers,
  mayConfirmPin,
  mayFindSimilar,
  mayGiveCustomers,
  mayMakeOne,
  mayReadCustomer,
  type Owners,
} from "./policy";
export { ownersOfTheDay } from "./ownersOfTheDay";
export { externalIdsOf, presentCustomer, presentProposal } from "./presentCustomer";
export { replaceSites, type Site } from "./sites";
export { pinOf, placeInOrder, placesSet, searchFieldsOf, sortKeyOf } from "./searchFields";
export { customersHandlers, pinsHandlers, sitesHandlers } from "./routes";
export {
  customerAddedAsNew,
  type CustomerAddedAsNew,
  type CustomersMerged,
  customersMerged,
  ownersChanged,
  type OwnersChanged,
  ownersImported,
  ownersImportedEvent,
  type OwnersImported,
  pinClosed,
  type PinClosed,
} from "./events";
export { decidablePins, proposalsToDecide, whoDecidesPin } from "./pins";
export { lapseProposals } from "./lapseProposals";
export {
  closeProposal,
  firstProposedAt,
  findProposals,
  openProposalsAmong,
  openProposalsBy,
  openProposalsOf,
  pageOfOpenProposals,
  proposalFor,
  proposalsOfMonth,
  proposalIfAny,
  proposalsForLeader,
} from "./pinProposals";
export { type PinProposalRecord, type ProposalState } from "./pinProposalModel";
export { requireReading } from "./reading";
export { type ImportedRow, planCustomers, type PlannedRow } from "./importedCustomers";
export { planTakingBack } from "./takeBack";
