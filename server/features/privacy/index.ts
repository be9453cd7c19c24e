export { privacyHandlers } from "./routes";
export { erasePersonFor, type PersonErased } from "./erasePerson";
