import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { TmplGroup } from "glass-easel-template-compiler";
import { apiNames } from "./apiNames";
import type { AppConfig, CompiledWeapp, ComponentConfig, Problem } from "./compiledWeapp";
import { compileWxss } from "./wxss";

const cache = new Map<string, { stamp: string; compiled: CompiledWeapp }>();

/**
 * Everything a host needs of a built mini-program. Compiling never throws on bad input: what the client would refuse is
 * in `problems`, with file and line. A folder that did not change is not compiled again.
 */
export function compileWeapp(dir: string, { widthPx = 375 }: { widthPx?: number } = {}): CompiledWeapp {
  if (!existsSync(path.join(dir, "app.json")))
    throw new Error(`${dir} holds no mini-program: npm run build:weapp makes it`);
  const files = listFiles(dir);
  const stamp = files.map(({ file, bytes, changedAtMs }) => `${file}:${bytes}:${changedAtMs}`).join("|");
  const key = `${dir}@${widthPx}`;
  const known = cache.get(key);
  if (known?.stamp === stamp) return known.compiled;
  const compiled = compile(dir, files, widthPx);
  cache.set(key, { stamp, compiled });
  return compiled;
}

function compile(dir: string, files: PackageFile[], widthPx: number): CompiledWeapp {
  const problems: Problem[] = [];
  const texts = new Map(
    files
      .filter(({ file }) => /\.(js|json|wxml|wxs|wxss)$/.test(file))
      .map(({ file }) => [file, readFileSync(path.join(dir, file), "utf8")]),
  );
  const appConfig = readJson("app.json", texts, problems) as AppConfig | null;
  if (!appConfig) throw new Error(`The app.json in ${dir} is not JSON`);
  const pages = pagesOf(appConfig);
  for (const page of pages) {
    for (const ending of [".js", ".json", ".wxml"].filter((part) => !texts.has(page + part))) {
      problems.push({ file: "app.json", level: "error", message: `The page ${page} has no ${page}${ending}` });
    }
  }
  const named = (ending: string) => [...texts.keys()].filter((file) => file.endsWith(ending));
  const bare = (file: string) => file.replace(/\.\w+$/, "");
  return {
    appConfig,
    pages,
    configs: Object.fromEntries(
      named(".json").map((file) => [bare(file), (readJson(file, texts, problems) ?? {}) as ComponentConfig]),
    ),
    scripts: Object.fromEntries(named(".js").map((file) => [file, texts.get(file) ?? ""])),
    styles: Object.fromEntries(named(".wxss").map((file) => [bare(file), compileWxss(file, texts, widthPx, problems)])),
    ...compileTemplates(named(".wxml"), named(".wxs"), texts, problems),
    files: Object.fromEntries(files.map(({ file, bytes }) => [file, bytes])),
    apiNames: apiNames(),
    problems,
  };
}

function compileTemplates(wxml: string[], wxs: string[], texts: Map<string, string>, problems: Problem[]) {
  const group = new TmplGroup();
  const templateNames: string[] = [];
  for (const file of wxml) {
    const text = texts.get(file) ?? "";
    // The compiler declares `any`; these are the fields that it writes.
    const found = group.addTmpl(file.slice(0, -".wxml".length), text) as TemplateProblem[];
    for (const { startLine, isError, message } of found) {
      problems.push({ file, line: startLine + 1, level: isError ? "error" : "warn", message });
    }
    templateNames.push(...[...text.matchAll(/<template name="([^"]+)"/g)].flatMap((match) => match[1] ?? []));
  }
  for (const file of wxs) group.addScript(file.slice(0, -".wxs".length), texts.get(file) ?? "");
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { templates, templateNames };
}

interface TemplateProblem {
  startLine: number;
  isError: boolean;
  message: string;
}

export function pagesOf(appConfig: AppConfig): string[] {
  const packages = appConfig.subPackages ?? appConfig.subpackages ?? [];
  return [
    ...(appConfig.pages ?? []),
    ...packages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

function readJson(file: string, texts: Map<string, string>, problems: Problem[]): unknown {
  const text = texts.get(file);
  if (text === undefined) return null;
  try {
    return JSON.parse(text);
  } catch (cause) {
    problems.push({ file, level: "error", message: `Not JSON: ${String(cause)}` });
    return null;
  }
}

interface PackageFile {
  file: string;
  bytes: number;
  changedAtMs: number;
}

export function listFiles(dir: string): PackageFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const absolute = path.join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(absolute);
      return { file: path.relative(dir, absolute).split(path.sep).join("/"), bytes: size, changedAtMs: mtimeMs };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
