import { adapters } from "./adapters";
import { jsonText, same } from "./compare";
import { type Json, parseExactJson } from "./exactJson";
import { Inputs } from "./inputs";

export interface VectorResult {
  id: string;
  kind: string;
  outcome: "passed" | "failed" | "not computed";
  /** Expected and actual, or why there is nothing to compare. */
  detail: string;
}

/** Evaluates every vector of a file; nothing that one of them says can stop the others. */
export function runVectors(fileText: string): VectorResult[] {
  const file = parseExactJson(fileText);
  const vectors = file instanceof Map ? file.get("vectors") : undefined;
  if (!Array.isArray(vectors)) throw new Error("the file has no list of vectors");
  return vectors.map(resultOf);
}

function resultOf(vector: Json): VectorResult {
  const member = (key: string): Json => (vector instanceof Map ? (vector.get(key) ?? null) : null);
  const name = (key: string): string => {
    const value = member(key);
    return typeof value === "string" ? value : "?";
  };
  const [id, kind] = [name("id"), name("kind")];
  const [inputs, expected] = [member("inputs"), member("expected")];
  const adapter = Object.prototype.hasOwnProperty.call(adapters, kind) ? adapters[kind] : undefined;
  if (adapter === undefined)
    return { id, kind, outcome: "not computed", detail: "the product does not compute this kind" };
  if (!(inputs instanceof Map)) return { id, kind, outcome: "failed", detail: "the vector has no inputs" };
  try {
    const answer = adapter(new Inputs(inputs));
    if (answer === null)
      return { id, kind, outcome: "not computed", detail: "it names a report or records a decision" };
    const actual: Json = new Map(Object.entries(answer));
    if (same(expected, actual)) return { id, kind, outcome: "passed", detail: "" };
    return { id, kind, outcome: "failed", detail: `expected ${jsonText(expected)}, got ${jsonText(actual)}` };
  } catch (error) {
    return { id, kind, outcome: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}
