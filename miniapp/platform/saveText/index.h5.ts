/** Hands a text over as a file. @returns how the person has got it */
export async function saveText(
  name: string,
  text: string,
  type: "application/json" | "text/csv" = "application/json",
): Promise<"file" | "clipboard"> {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return "file";
}
