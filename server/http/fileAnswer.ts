/** What a handler answers with in place of JSON: a file of one of the types that its contract names. */
export class FileAnswer {
  constructor(
    readonly type: string,
    readonly bytes: Buffer,
  ) {}
}
