/** Hands a document or a table of the server over as a file. */
export function openDocument(address: string, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  return Promise.resolve();
}

/** Whether there is a program for it here. */
export const opensCsv = true;
