import { useEffect, useRef, useState } from "react";
import { dropPhoto } from "@/platform/camera";
import { newId } from "@/platform/newId";
import type { TakenPhoto } from "@/platform/types";
import { type Camera, useCamera } from "./useCamera";

export interface Photo extends TakenPhoto {
  /** Made when it was taken: a photo that is sent twice is one. */
  fileId: string;
}

export interface PhotoChoice extends Camera {
  photo: Photo | null;
  drop: () => void;
}

/** One photo of one form. It is kept while its page is open. */
export function usePhoto(): PhotoChoice {
  const [photo, setPhoto] = useState<Photo | null>(null);
  const held = useRef<Photo | null>(null);

  function hold(next: Photo | null): void {
    if (held.current) dropPhoto(held.current);
    held.current = next;
    setPhoto(next);
  }
  const camera = useCamera((taken) => hold({ ...taken, fileId: newId() }));
  // A page that is left holds on to no picture.
  useEffect(
    () => () => {
      if (held.current) dropPhoto(held.current);
    },
    [],
  );
  return { ...camera, photo, drop: () => hold(null) };
}
