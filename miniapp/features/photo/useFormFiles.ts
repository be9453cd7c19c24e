import { useEffect, useRef, useState } from "react";
import { newId } from "@/platform/newId";
import type { TakenFile, TakenPhoto } from "@/platform/types";
import { commandQueue } from "@/features/queue/commandQueue";
import type { FormFile } from "@/features/visits/visitForm";
import { addressOfKept, forgetFile, keepShown } from "./keptFiles";

export type { TakenPhoto } from "@/platform/types";

export interface FormFiles {
  /** Puts one that was just taken on this phone, and into the form. */
  add: (taken: TakenPhoto) => void;
  /** The same in the place of all that there were; null: there is none any more. */
  replace: (taken: TakenPhoto | null) => void;
  remove: (file: FormFile) => void;
}

/** Puts what was just made for a form on this phone. */
export async function keepForForm(taken: TakenFile): Promise<FormFile> {
  const {
    isSent: _isSent,
    sentTimes: _times,
    ...file
  } = await keepShown({ ...taken, fileId: newId() }, commandQueue.hasRoomForFile);
  return file;
}

/** Takes a form's own file off this phone; what is on its way, or of an earlier version of the record, is not the form's to take away. */
export function forgetOfForm(file: FormFile): void {
  if (!file.isOnServer && !commandQueue.fileIds().has(file.fileId)) forgetFile(file.fileId);
}

/** The files of one step of a form. They are on this phone from when they were taken, as the form is. */
export function useFormFiles(files: readonly FormFile[], onChange: (files: FormFile[]) => void): FormFiles {
  const now = useRef({ files, onChange });
  useEffect(() => {
    now.current = { files, onChange };
  });
  // Phones may take longer to write an earlier one than a later one.
  const turn = useRef(0);
  function put(next: FormFile[]): void {
    const { files: before, onChange: tell } = now.current;
    now.current = { ...now.current, files: next };
    for (const file of before) if (!next.includes(file)) forgetOfForm(file);
    tell(next);
  }
  async function replace(taken: TakenPhoto | null): Promise<void> {
    turn.current += 1;
    const mine = turn.current;
    const file = taken && (await keepForForm(taken));
    if (mine === turn.current) put(file ? [file] : []);
    else if (file) forgetOfForm(file);
  }
  return {
    add: (taken) => void keepForForm(taken).then((file) => put([...now.current.files, file])),
    replace: (taken) => void replace(taken),
    remove: (file) => put(now.current.files.filter((one) => one !== file)),
  };
}

/** Where a page can show a file of this phone: undefined until that is known; null where it is not there any more. */
export function useKeptAddress(file: Pick<FormFile, "fileId" | "isKept" | "type">): string | null | undefined {
  const { fileId, isKept, type } = file;
  const [found, setFound] = useState<{ fileId: string; address: string | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void addressOfKept({ fileId, isKept, type })
      .catch(() => null)
      .then((address) => isWanted && setFound({ fileId, address }));
    return () => {
      isWanted = false;
    };
  }, [fileId, isKept, type]);
  return found?.fileId === fileId ? found.address : undefined;
}
