import path from "node:path";
import postcss from "postcss";
import { rpxToPx } from "../host/rpx";
import { builtInTags } from "../host/tags";
import type { Problem } from "./compiledWeapp";

const tags = new Set<string>([...builtInTags, "page"]);

/** CSS that a browser understands: imports inlined, `rpx` turned into `px`, `view` into `wx-view`. */
export function compileWxss(file: string, texts: Map<string, string>, widthPx: number, problems: Problem[]): string {
  const root = postcss.parse(inlined(file, texts, problems, []), { from: file });
  root.walkDecls((declaration) => {
    declaration.value = rpxToPx(declaration.value, widthPx);
    const local = /url\(\s*["']?(?!data:|https?:)([^"')]+)/.exec(declaration.value)?.[1];
    if (local) {
      const message = `url(${local}) is a file of the package, and the client loads only data: and https: from wxss`;
      problems.push({ file, line: declaration.source?.start?.line, level: "error", message });
    }
  });
  root.walkRules((rule) => {
    rule.selector = rule.selector.replace(
      /(^|[\s>+~,(])([a-z][a-z-]*)(?=$|[\s>+~,.:#[)])/g,
      (whole, before: string, tag: string) => (tags.has(tag) ? `${before}wx-${tag}` : whole),
    );
  });
  return root.toString();
}

function inlined(file: string, texts: Map<string, string>, problems: Problem[], parents: string[]): string {
  const text = texts.get(file);
  if (text === undefined || parents.includes(file)) {
    const message = text === undefined ? `There is no ${file} to import` : `${file} imports itself`;
    problems.push({ file: parents.at(-1) ?? file, level: "error", message });
    return "";
  }
  return text.replace(/@import\s+(?:url\()?["']([^"']+)["']\)?\s*;/g, (_whole, target: string) => {
    const imported = target.startsWith("/") ? target.slice(1) : path.posix.join(path.posix.dirname(file), target);
    return inlined(imported, texts, problems, [...parents, file]);
  });
}
