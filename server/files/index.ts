export { countFilesOf, eraseFiles, eraseFilesOf, eraseStamps } from "./eraseFiles";
export {
  type FileUse,
  findOwnFiles,
  findOwnPhoto,
  type KeptPhoto,
  keptPhotos,
  letPhotoGo,
  photoLink,
  sameAsSent,
  useFile,
} from "./files";
export { countPhotoUse, photoNight, photoUse } from "./photoUse";
export { photoFontService } from "./photoFontService";
export { filesHandlers } from "./routes";
export { findTable, type KeptTable, tableLink } from "./tables";
export { keepSheet, sheetFontFile, sheetOf } from "./sheets";
export { dropTable, makeTable, type TableInMaking } from "./madeTables";
