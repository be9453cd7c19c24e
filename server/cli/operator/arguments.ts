/** What was typed asks for nothing that there is; the message says what is missing or wrong. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Misuse";
  }
}

/** The exit code of a command that was not understood and did nothing; 1 is one that was refused or failed. */
export const misuseCode = 2;

/** What stands after a command's name, taken word by word; names are those of its usage. */
export class Arguments {
  private readonly rest: string[];

  constructor(given: readonly string[]) {
    this.rest = [...given];
  }

  get isEmpty(): boolean {
    return this.rest.length === 0;
  }

  /** @throws Misuse where nothing is left, or an option stands there */
  word(name: string): string {
    const word = this.rest.shift();
    if (word === undefined || word === "") throw new Misuse(`${name} is missing`);
    if (word.startsWith("-")) throw new Misuse(`${JSON.stringify(word)} is no ${name}, and there are no options`);
    return word;
  }

  /** @throws Misuse for anything but one of these words */
  oneOf<const Known extends string>(name: string, known: readonly Known[]): Known {
    if (this.isEmpty) throw new Misuse(`${name} is missing: it is one of ${known.join(", ")}`);
    const word = this.rest.shift();
    const found = known.find((one) => one === word);
    if (found === undefined)
      throw new Misuse(`${JSON.stringify(word)} is no ${name}: it is one of ${known.join(", ")}`);
    return found;
  }

  /** All that are left, and at least one. */
  many<Word>(take: () => Word): Word[] {
    const words = [take()];
    while (!this.isEmpty) words.push(take());
    return words;
  }

  /** @throws Misuse where more was typed than the command takes */
  end(): void {
    if (!this.isEmpty) throw new Misuse(`${this.rest.map((word) => JSON.stringify(word)).join(" ")} is too much`);
  }
}

/**
 * Reads what was typed. Asked for `--help`, or not understood, the program ends here: before any setting is read and with
 * nothing done.
 */
export function understood<Request>(usage: string, args: readonly string[], parse: () => Request): Request {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(usage);
    process.exit(0);
  }
  try {
    return parse();
  } catch (error) {
    if (!isMisuse(error)) throw error;
    process.stderr.write(`${error.message}; nothing was done.\n\n${usage}`);
    process.exit(misuseCode);
  }
}

/** Ours, or what `parseArgs` of Node says of options. */
function isMisuse(error: unknown): error is Error {
  if (error instanceof Misuse) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
