export { privacyHandlers } from "./routes";
export { erasePersonFor, mayErasePeople, type PersonErased } from "./erasePerson";
