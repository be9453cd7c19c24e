/**
 * An answer that is JSON text already, since it is kept and sent many times over. Its type says what it was made of.
 */
export class PreparedJson<Answer> {
  /** Only for the type: what the text says. */
  declare readonly answer: Answer;

  private constructor(readonly text: string) {}

  static of<Answer>(answer: Answer): PreparedJson<Answer> {
    return new PreparedJson(JSON.stringify(answer));
  }

  /** The same object with one more field, which is not part of what is kept. */
  with<Name extends string, Value>(name: Name, value: Value): PreparedJson<Answer & Record<Name, Value>> {
    const field = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    return new PreparedJson(this.text === "{}" ? `{${field}}` : `${this.text.slice(0, -1)},${field}}`);
  }
}
