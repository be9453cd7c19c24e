import Taro from "@tarojs/taro";

/** Plays a sound. @param onEnd hears of its end; `false`: it could not be played @returns what ends it before */
export function playSound(address: string, onEnd: (wasPlayed: boolean) => void): () => void {
  const audio = Taro.createInnerAudioContext();
  const end = (wasPlayed: boolean) => {
    audio.destroy();
    onEnd(wasPlayed);
  };
  audio.onEnded(() => end(true));
  audio.onError(() => end(false));
  audio.src = address;
  audio.play();
  return () => audio.destroy();
}
