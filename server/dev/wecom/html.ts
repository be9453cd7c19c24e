/** Text that is already HTML. Everything else put into a template is escaped. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Piece = Html | string | number | boolean | null | undefined | Piece[];

/** Builds HTML; values are escaped unless they are `Html` themselves, absent ones leave nothing. */
export function html(strings: TemplateStringsArray, ...values: Piece[]): Html {
  return new Html(strings.reduce((text, string, place) => text + pieceText(values[place - 1]) + string));
}

export function escaped(text: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

function pieceText(piece: Piece): string {
  if (piece === null || piece === undefined || typeof piece === "boolean") return "";
  if (Array.isArray(piece)) return piece.map(pieceText).join("");
  return piece instanceof Html ? piece.text : escaped(String(piece));
}
