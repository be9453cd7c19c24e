export { phoneTailsOf } from "./contacts";
export { createCustomer, openCustomers } from "./createCustomer";
export { customerNames, customersNow, findCustomer, findCustomers, pageOfCustomers } from "./customers";
export { servedOnAny, spansOf } from "./ownership";
export { ownersOfTheDay } from "./ownersOfTheDay";
export { presentCustomer } from "./presentCustomer";
export { searchFieldsOf } from "./searchFields";
export { customersHandlers, pinsHandlers, sitesHandlers } from "./routes";
export { pinClosed, type PinClosed, pinProposed } from "./events";
export { decidablePins, ownersOfProposal } from "./pins";
export {
  pageOfOpenProposals,
  pinOf,
  proposalFor,
  proposalIdOf,
  proposalIfAny,
  proposalsForLeader,
} from "./pinProposals";
export { type PinProposalRecord, type ProposalState } from "./pinProposalModel";
export { requireReading } from "./reading";
