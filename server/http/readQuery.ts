import { AppError, type FieldFault } from "@shared/errors";

/**
 * The parameters of an address, each once. Koa's own reading turns bytes that are no UTF-8 into a sign, and repeated parameters
 * into a list.
 * @throws AppError "input.invalid" naming the parameters that stand there twice, or cannot be decoded
 */
export function readQuery(querystring: string): Record<string, string> {
  const read = new Map<string, string>();
  const fields: FieldFault[] = [];
  for (const part of querystring.split("&")) {
    if (part === "") continue;
    const cut = part.indexOf("=");
    const [rawName, rawValue] = cut < 0 ? [part, ""] : [part.slice(0, cut), part.slice(cut + 1)];
    const name = decoded(rawName);
    const value = decoded(rawValue);
    if (name === null) fields.push({ field: rawName.slice(0, 120), code: "text.notUtf8" });
    else if (value === null) fields.push({ field: name.slice(0, 120), code: "text.notUtf8" });
    else if (read.has(name)) fields.push({ field: name.slice(0, 120), code: "parameter.repeated" });
    else read.set(name, value);
  }
  if (fields.length > 0) {
    const named = fields.slice(0, 20);
    throw new AppError("input.invalid", `wrong: ${named.map(({ field }) => field).join(", ")}`, { fields: named });
  }
  return Object.fromEntries(read);
}

/** null where it is no UTF-8. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}
