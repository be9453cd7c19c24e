/** Hands a PDF of the server over as a file. */
export function openDocument(address: string, name: string): Promise<void> {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  return Promise.resolve();
}
