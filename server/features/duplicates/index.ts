export { findDuplicates } from "./findDuplicates";
export { duplicatesHandlers } from "./routes";
