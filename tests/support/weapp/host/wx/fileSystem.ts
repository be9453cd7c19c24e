import { ApiRefusal, asyncApi, type CallOptions } from "./asyncApi";
import { nativeApi, type NativeCaller } from "./native";
import type { Storage } from "./storage";

/** The files that the mini-program has written, by path: a second launch with the same storage finds them. */
export type PhoneFiles = Map<string, unknown>;

const written = new WeakMap<Storage, PhoneFiles>();

export function filesOf(storage: Storage): PhoneFiles {
  const files = written.get(storage) ?? new Map<string, unknown>();
  written.set(storage, files);
  return files;
}

/** `wx.getFileSystemManager()`: what was written is there. What a camera has left, the test says: `readFile` in "native". */
export function fileSystem(storage: Storage, caller: NativeCaller) {
  const files = filesOf(storage);
  const readTaken = nativeApi("readFile", caller);
  const missing = (api: string, path: unknown) =>
    new ApiRefusal(`${api}:fail no such file or directory, open '${String(path)}'`);
  return {
    readFile: (options: CallOptions) => {
      const path = String(options.filePath);
      if (!path.startsWith("wxfile://usr")) return readTaken(options);
      return asyncApi("readFile", caller, () => {
        if (!files.has(path)) throw missing("readFile", path);
        return { data: files.get(path) };
      })(options);
    },
    writeFile: asyncApi("writeFile", caller, ({ filePath, data }) => void files.set(String(filePath), data)),
    unlink: asyncApi("unlink", caller, ({ filePath }) => {
      if (!files.delete(String(filePath))) throw missing("unlink", filePath);
    }),
    readdir: asyncApi("readdir", caller, ({ dirPath }) => ({
      files: [...files.keys()].map((path) => path.slice(`${String(dirPath)}/`.length)),
    })),
  };
}
