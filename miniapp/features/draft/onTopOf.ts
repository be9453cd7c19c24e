import { canonicalJson } from "@shared/domain/canonicalJson";

/**
 * What somebody has typed on top of what has come in between: what they left alone is as it stands now.
 * @param began as it stood when they began
 */
export function onTopOf<Form extends object>(now: Form, { began, mine }: { began: Form; mine: Form }): Form {
  const [stands, was, typed] = [now, began, mine].map((form) => ({ ...form }) as Record<string, unknown>); // to look it up by name
  const names = [...new Set([was, typed, stands].flatMap((form) => Object.keys(form ?? {})))];
  const kept = names.flatMap((name): [string, unknown][] => {
    const isLeft = canonicalJson(typed?.[name] ?? null) === canonicalJson(was?.[name] ?? null);
    const from = (isLeft ? stands : typed) ?? {};
    return name in from ? [[name, from[name]]] : [];
  });
  // The same names, each as one of both has it.
  return Object.fromEntries(kept) as Form;
}
