import type { Drawing, DrawingListener, TakenPhoto } from "../types";
import { drawStrokes } from "./strokes";

/** Makes the element of this id something to draw on, by finger, pen or mouse. @throws where this browser cannot */
export async function openDrawing(id: string, listener: DrawingListener): Promise<Drawing> {
  const place = document.getElementById(id);
  if (!place) throw new Error(`nothing to draw on at ${id}`);
  const { clientWidth: width, clientHeight: height } = place;
  const canvas = document.createElement("canvas");
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  // The page does not scroll under a finger that draws.
  canvas.style.cssText = `display:block;width:${width}px;height:${height}px;touch-action:none`;
  place.replaceChildren(canvas);
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("this browser cannot draw");
  brush.scale(scale, scale);
  let isDown = false;
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: Math.round(clientX - left), y: Math.round(clientY - top) };
  };
  canvas.addEventListener("pointerdown", (event) => {
    isDown = true;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    listener.down(at(event));
  });
  canvas.addEventListener("pointermove", (event) => isDown && listener.move(at(event)));
  const up = () => {
    if (isDown) listener.up();
    isDown = false;
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  return {
    show: (strokes) => drawStrokes(brush, { width, height }, strokes),
    png: () => pngOf(canvas),
    close: () => canvas.remove(),
  };
}

async function pngOf(canvas: HTMLCanvasElement): Promise<TakenPhoto> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the drawing could not be kept");
  return { bytes: await new Response(blob).arrayBuffer(), type: "image/png", address: URL.createObjectURL(blob) };
}
