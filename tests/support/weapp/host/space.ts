import * as glassEasel from "glass-easel";
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from "glass-easel-miniprogram-adapter";
import type { CompiledWeapp } from "../compile/compiledWeapp";
import { Journal } from "./journal";
import type { ViewContext } from "./viewContext";

export interface Space {
  code: CodeSpace;
  backend: AssociatedBackend;
  close(): void;
}

type TemplateGroup = Record<string, glassEasel.template.ProcGenGroup>;

/** The component space of one launch: its templates, styles and configs, drawn through `view`. */
export function createSpace(compiled: CompiledWeapp, view: ViewContext, journal: Journal): Space {
  const env = new MiniProgramEnv();
  const code = env.createCodeSpace("main", true);
  const backend = env.associateBackend(view.asBackend());
  plainIds(code);
  for (const [path, config] of Object.entries(compiled.configs)) {
    // The adapter's type lists fewer fields than a .json holds.
    code.addComponentStaticConfig(path, config);
  }
  for (const [path, css] of Object.entries(compiled.styles)) {
    code.addStyleSheet(path, path);
    backend.registerStyleSheetContent(path, css);
  }
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the template compiler's output is an expression made to be evaluated
  const groupList = new Function(`return ${compiled.templates}`)() as TemplateGroup;
  for (const [path, content] of Object.entries(groupList)) {
    // Without the fallback `bindtap` on a plain tag is an attribute, and no event ever arrives.
    code.addCompiledTemplate(path, { groupList, content, fallbackListenerOnNativeNode: true });
  }
  return { code, backend, close: listenToFramework(code, journal) };
}

/** Elements keep the ids of the template; the adapter would put a prefix before each. */
function plainIds(code: CodeSpace): void {
  const space = code as unknown as {
    prepareComponentOptions(...given: unknown[]): [glassEasel.ComponentOptions, unknown];
  };
  const prepare = space.prepareComponentOptions.bind(space);
  space.prepareComponentOptions = (...given) => {
    const [options, isolation] = prepare(...given);
    return [{ ...options, idPrefixGenerator: null, writeIdToDOM: true }, isolation];
  };
}

/** The framework reports to everybody: each launch keeps what its own components or its own running code did. */
function listenToFramework(code: CodeSpace, journal: Journal): () => void {
  const isOurs = (component: glassEasel.GeneralComponent | string | undefined) =>
    typeof component === "object"
      ? component.getRootBehavior().ownerSpace === code.getComponentSpace()
      : Journal.current === null || Journal.current === journal;
  const onError: Parameters<typeof glassEasel.addGlobalErrorListener>[0] = (error, method, component) => {
    if (!isOurs(component)) return undefined;
    journal.fail(method ?? "framework", error);
    // Not printed as well.
    return false;
  };
  const onWarning: Parameters<typeof glassEasel.addGlobalWarningListener>[0] = (message, component) => {
    if (!isOurs(component)) return undefined;
    // A node without children has no list of them, in every template that Taro writes.
    if (message.startsWith("The for-list data is neither Array nor Object")) return false;
    if (/template ".*" not found/i.test(message)) journal.fail("template", message);
    else journal.warnings.push(message);
    return false;
  };
  glassEasel.addGlobalErrorListener(onError);
  glassEasel.addGlobalWarningListener(onWarning);
  return () => {
    glassEasel.removeGlobalErrorListener(onError);
    glassEasel.removeGlobalWarningListener(onWarning);
  };
}
