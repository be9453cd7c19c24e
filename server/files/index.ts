export { eraseFiles } from "./eraseFiles";
export { findOwnPhoto, type KeptPhoto, keptPhotos, photoLink, usePhoto } from "./files";
export { filesHandlers } from "./routes";
