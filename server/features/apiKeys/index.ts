export { addApiKey, listApiKeys, revokeApiKey } from "./changeApiKeys";
export { findApiKey } from "./findApiKey";
