import type { Stroke } from "../types";

/** As far as a canvas of any platform goes. */
export interface Brush {
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  strokeStyle: unknown;
  fillStyle: unknown;
  fillRect: (x: number, y: number, width: number, height: number) => void;
  beginPath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  stroke: () => void;
}

/** All of it anew, black on white in every theme: it is sent as it is seen. */
export function drawStrokes(
  brush: Brush,
  { width, height }: { width: number; height: number },
  strokes: readonly Stroke[],
): void {
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, width, height);
  brush.lineWidth = 2.5;
  brush.lineCap = "round";
  brush.lineJoin = "round";
  brush.strokeStyle = "#101828";
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    brush.beginPath();
    brush.moveTo(first.x, first.y);
    // A dot is a line to where it is.
    for (const { x, y } of rest.length > 0 ? rest : [first]) brush.lineTo(x, y);
    brush.stroke();
  }
}
