import { useEffect, useRef, useState } from "react";
import { playSound } from "@/platform/player";

export interface Player {
  isPlaying: boolean;
  /** This phone could not play it. */
  failed: boolean;
  toggle: () => void;
}

/** Plays one sound; a page that is left is silent. @param address null: there is none */
export function usePlayer(address: string | null): Player {
  const [isPlaying, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  /** The one that is heard now: of one before it nothing is told any more. */
  const heard = useRef<{ end: () => void } | null>(null);
  function stop(): void {
    const sound = heard.current;
    heard.current = null;
    sound?.end();
    setPlaying(false);
  }
  useEffect(() => () => heard.current?.end(), []);
  return {
    isPlaying,
    failed,
    toggle() {
      if (isPlaying || address === null) return stop();
      setFailed(false);
      setPlaying(true);
      const sound = { end: () => {} };
      heard.current = sound;
      sound.end = playSound(address, (wasPlayed) => {
        if (heard.current !== sound) return;
        heard.current = null;
        setPlaying(false);
        setFailed(!wasPlayed);
      });
    },
  };
}
