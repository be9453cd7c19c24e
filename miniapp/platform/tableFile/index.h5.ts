import type { TableFile } from "../types";

/** Lets a person choose a table; null where they choose none. */
export function pickTable(): Promise<TableFile | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".csv,.txt,.tsv,.xlsx,.xls";
  return new Promise((resolve, reject) => {
    input.onchange = () => {
      const file = input.files?.[0];
      if (!file) return resolve(null);
      const reader = new FileReader();
      reader.onload = () => resolve({ name: file.name, bytes: reader.result as ArrayBuffer }); // as it was asked for
      reader.onerror = () => reject(reader.error ?? new Error("the file could not be read"));
      reader.readAsArrayBuffer(file);
    };
    input.oncancel = () => resolve(null);
    input.click();
  });
}
