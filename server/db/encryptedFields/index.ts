export { checkFieldKeys, fieldKeysFit, firstKeyNotedMs, noteFirstKey } from "./checkFieldKeys";
export { decrypt, encrypt } from "./cipher";
export { encryptedField, opened, sealed, sealedFilter, type EncryptedField } from "./encryptedField";
export { FieldError } from "./fieldError";
export { FieldKeys } from "./fieldKeys";
export { rotateFieldKeys, type RotationResult } from "./rotateFieldKeys";
