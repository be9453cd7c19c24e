import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Paper has all, not only what is seen. @returns what stands on each sheet while it is printed; null: nothing is */
export function usePrinting(say: () => string = () => ""): string | null {
  const [said, setSaid] = useState<string | null>(null);
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    const begin = () => flushSync(() => setSaid(latest.current()));
    const end = () => setSaid(null);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return said;
}
