/* Photos in the database of this browser, by name, until they have arrived. What goes wrong rejects. */

const databaseName = "xiaoli";
const storeName = "photos";

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser's database refused"));
  });

async function inStore<Answer>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(storeName);
  const database = await answerOf(opening);
  try {
    const transaction = database.transaction(storeName, mode);
    const isStored = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser's database gave up"));
    });
    const [answer] = await Promise.all([answerOf(ask(transaction.objectStore(storeName))), isStored]);
    return answer;
  } finally {
    database.close();
  }
}

export async function writePhotoFile(name: string, bytes: ArrayBuffer): Promise<void> {
  await inStore("readwrite", (store) => store.put(bytes, name));
}

/** Null where there is none. */
export async function readPhotoFile(name: string): Promise<ArrayBuffer | null> {
  const kept: unknown = await inStore<unknown>("readonly", (store) => store.get(name));
  return kept instanceof ArrayBuffer ? kept : null;
}

/** Where a page can show it; null where there is none. */
export async function photoFileAddress(name: string, type: string): Promise<string | null> {
  const bytes = await readPhotoFile(name);
  return bytes && URL.createObjectURL(new Blob([bytes], { type }));
}

export async function removePhotoFile(name: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(name));
}

export async function photoFileNames(): Promise<string[]> {
  const names = await inStore("readonly", (store) => store.getAllKeys());
  return names.map(String);
}
