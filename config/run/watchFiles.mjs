/** Hears of edits in files and folders, whatever way an editor saves: in place, by a new file under the old name, in a new folder. */
import { existsSync, readdirSync, statSync, watch } from "node:fs";
import path from "node:path";

// Editors write in several steps, and several files at once are one edit.
const QUIET_MS = 60;

/**
 * @param watched paths of files and folders, these with all that is in them
 * @param onEdit called once after each edit; what happens while it works is another edit
 * @returns stops watching
 */
export function watchFiles(watched, onEdit) {
  const watchers = new Map();
  let timer = null;
  const edited = () => {
    clearTimeout(timer);
    timer = setTimeout(onEdit, QUIET_MS);
  };

  // Each folder by itself: a file that is replaced has a new number on disk, and a watcher of the file would watch the old one.
  const watchFolder = (folder, isMeant, withFolders) => {
    const { ino } = statSync(folder);
    if (watchers.get(folder)?.ino === ino) return;
    forget(folder);
    const watcher = watch(folder, { persistent: false }, (_, name) => {
      if (name === null || !isMeant(name)) return;
      if (withFolders) watchFoldersIn(folder);
      edited();
    });
    watcher.on("error", () => forget(folder));
    watchers.set(folder, { watcher, ino });
    if (withFolders) watchFoldersIn(folder);
  };
  const watchFoldersIn = (folder) => {
    if (!existsSync(folder)) return forget(folder);
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isDirectory()) watchFolder(path.join(folder, entry.name), isSource, true);
  };
  const forget = (folder) => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };

  const filesIn = new Map();
  for (const one of watched) {
    if (statSync(one).isDirectory()) watchFolder(one, isSource, true);
    else filesIn.set(path.dirname(one), [...(filesIn.get(path.dirname(one)) ?? []), path.basename(one)]);
  }
  for (const [folder, names] of filesIn) watchFolder(folder, (name) => names.includes(name), false);
  return () => {
    clearTimeout(timer);
    for (const folder of [...watchers.keys()]) forget(folder);
  };
}

// Not what editors keep beside a file while it is open.
const isSource = (name) => !/^\.|~$|\.(swp|swx|tmp)$|^4913$/.test(name);
