export type FieldErrorCode =
  /** FIELD_KEYS is not set, so nothing can be encrypted or read. */
  | "key.missing"
  /** The value was encrypted with a key that this process does not have. */
  | "key.unknown"
  /** The key is not the one that the database knows under its id, or may not be used any more. */
  | "key.refused"
  /** Not an encrypted value, or a part of one. */
  | "value.malformed"
  /** Changed, copied from elsewhere, or written with another key of the same id. */
  | "value.unreadable";

/** Why an encrypted field cannot be read or written. The message names keys by their ids and never holds a value. */
export class FieldError extends Error {
  constructor(
    readonly code: FieldErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "FieldError";
  }
}
