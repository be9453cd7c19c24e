import { TableRefused } from "./refused";
import type { TableSource } from "./source";

const headBytes = 4096;
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");
const zip = Buffer.from("504b0304", "hex");
const emptyZip = Buffer.from("504b0506", "hex");
/** PDF, pictures, other archives. */
const others = ["25504446", "89504e47", "ffd8ff", "47494638", "377abcaf271c", "52617221", "1f8b"].map((hex) =>
  Buffer.from(hex, "hex"),
);

const beginsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** What a file is by its content, whatever its name says; what is no table is refused by what it is. */
export async function containerOf(source: TableSource): Promise<"workbook" | "text"> {
  if (source.size === 0) throw new TableRefused("empty");
  const head = await source.read(0, headBytes);
  if (beginsWith(head, compoundFile)) throw new TableRefused((await isEncrypted(source)) ? "protected" : "oldExcel");
  if (beginsWith(head, zip)) return "workbook";
  if (beginsWith(head, emptyZip) || others.some((mark) => beginsWith(head, mark))) throw new TableRefused("notATable");
  const text = textOfHead(head);
  if (/^\s*<(?:!doctype|html|head|body|table|\?xml|meta|script|div)/i.test(text)) throw new TableRefused("webPage");
  if (/^\s*(?:\{\s*(?:"|\})|\[\s*(?:\{|"[^"]*"\s*,|\]))/.test(text)) throw new TableRefused("json");
  if (text.trim() === "" && source.size <= headBytes) throw new TableRefused("empty");
  return "text";
}

function textOfHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString("utf16le");
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, head.length & ~1))
      .swap16()
      .toString("utf16le");
  // Only signs of ASCII are looked for.
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/, "");
}

/** A protected workbook is a compound file, too: its streams have other names. */
async function isEncrypted(source: TableSource): Promise<boolean> {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  let before = Buffer.alloc(0);
  for await (const piece of source.stream()) {
    const both = Buffer.concat([before, piece]);
    if (both.includes(name)) return true;
    before = both.subarray(Math.max(0, both.length - name.length));
  }
  return false;
}
