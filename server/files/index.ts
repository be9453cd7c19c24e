export { eraseFiles } from "./eraseFiles";
export { findOwnPhoto, photoLink, usePhoto } from "./files";
export { filesHandlers } from "./routes";
