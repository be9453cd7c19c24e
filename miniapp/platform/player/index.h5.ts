/** Plays a sound. @param onEnd hears of its end; `false`: it could not be played @returns what ends it before */
export function playSound(address: string, onEnd: (wasPlayed: boolean) => void): () => void {
  const audio = new Audio(address);
  audio.addEventListener("ended", () => onEnd(true));
  audio.addEventListener("error", () => onEnd(false));
  audio.play().catch(() => onEnd(false));
  return () => audio.pause();
}
