import { useEffect, useRef } from "react";
import { useFrame } from "../../frame";

/** The browser's back key closes the sheet. */
export function BackKey({ onBack }: { onBack: () => void }) {
  const { holdBack } = useFrame();
  const close = useRef(onBack);
  useEffect(() => {
    close.current = onBack;
  });
  useEffect(() => holdBack(() => close.current()), [holdBack]);
  return null;
}
