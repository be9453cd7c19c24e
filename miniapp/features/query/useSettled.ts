import { useEffect, useState } from "react";

/** Whether a text has stayed the same for so long. */
export function useSettled(text: string, forMs: number): boolean {
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), forMs);
    return () => clearTimeout(timer);
  }, [text, forMs]);
  return settled === text;
}
