export { privacyHandlers } from "./routes";
export { erasePerson, type PersonErased } from "./erasePerson";
