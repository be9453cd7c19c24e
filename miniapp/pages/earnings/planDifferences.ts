import type { Plan } from "@shared/domain/pay/phone";
import type { planText } from "@/texts/zhCN/planText";

type Words = Pick<typeof planText, "part" | "field" | "row" | "none">;

/** Where a plan is not as the one that it extends, in words: 「项目 销售提成：算法」, and what it was and is. */
export function differencesOf({ differs = [], ...plan }: Plan, words: Words): { what: string; change: string }[] {
  return differs.map(({ path, parent, own }) => {
    const [kind = "", rest = ""] = cut(path, ".");
    const parts: readonly { name: string; code?: string }[] = isKind(kind, words) ? plan[kind] : [];
    const keyed = parts.map((part) => ({ name: part.name, key: (kind === "components" && part.code) || part.name }));
    const part = keyed.find(({ key }) => rest === key || rest.startsWith(`${key}.`));
    const field = part && rest.length > part.key.length ? fieldOf(rest.slice(part.key.length + 1), words) : null;
    // What the parent alone has is named by the difference itself.
    const name = part?.name ?? parent ?? rest;
    const said = isKind(kind, words) ? `${words.part[kind]} ${name}` : name;
    return {
      what: field === null ? said : `${said}：${field}`,
      change: `${parent ?? words.none} → ${own ?? words.none}`,
    };
  });
}

const isKind = (kind: string, words: Words): kind is keyof Words["part"] => kind in words.part;

function fieldOf(path: string, words: Words): string {
  const [, row, ofRow] = /^rows\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  if (row !== undefined) return words.row({ row: Number(row) + 1, field: named(ofRow ?? "value", words) });
  return named(path, words);
}

const named = (field: string, { field: fields }: Words): string =>
  new Map<string, string>(Object.entries(fields)).get(field) ?? fields.other;

function cut(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
}
