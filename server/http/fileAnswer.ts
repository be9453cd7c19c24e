/** What a handler answers with in place of JSON: a file of the type that its contract names. */
export class FileAnswer {
  constructor(
    readonly type: string,
    readonly bytes: Buffer,
  ) {}
}
