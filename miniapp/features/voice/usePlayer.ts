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
  const end = useRef<(() => void) | null>(null);
  function stop(): void {
    end.current?.();
    end.current = null;
    setPlaying(false);
  }
  useEffect(() => () => end.current?.(), []);
  return {
    isPlaying,
    failed,
    toggle() {
      if (isPlaying || address === null) return stop();
      setFailed(false);
      setPlaying(true);
      end.current = playSound(address, (wasPlayed) => {
        end.current = null;
        setPlaying(false);
        setFailed(!wasPlayed);
      });
    },
  };
}
