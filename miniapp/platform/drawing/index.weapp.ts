import Taro from "@tarojs/taro";
import type { Drawing, DrawingListener, TakenPhoto } from "../types";
import { type Brush, drawStrokes } from "./strokes";

interface CanvasNode {
  width: number;
  height: number;
  getContext: (kind: "2d") => Brush & { scale: (x: number, y: number) => void };
}

/**
 * Makes the canvas of this id something to draw on; where the finger goes, its own events say. @throws where this phone cannot
 * @param _listener hears of the finger in a browser
 */
export async function openDrawing(id: string, _listener: DrawingListener): Promise<Drawing> {
  const { node, width, height } = await canvasOf(id);
  const scale = Taro.getSystemInfoSync().pixelRatio || 1;
  node.width = width * scale;
  node.height = height * scale;
  const brush = node.getContext("2d");
  brush.scale(scale, scale);
  return {
    show: (strokes) => drawStrokes(brush, { width, height }, strokes),
    png: () => pngOf(node),
    close: () => undefined,
  };
}

const canvasOf = (id: string): Promise<{ node: CanvasNode; width: number; height: number }> =>
  new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: ({ node: CanvasNode; width: number; height: number } | null)[]) => {
        const [canvas] = found;
        if (canvas?.node) resolve(canvas);
        else reject(new Error(`nothing to draw on at ${id}`));
      });
  });

async function pngOf(canvas: CanvasNode): Promise<TakenPhoto> {
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    // The node of a canvas of type 2d, which Taro's types describe otherwise.
    canvas: canvas as unknown as Taro.Canvas,
    canvasId: "",
    fileType: "png",
  });
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: tempFilePath,
      success: ({ data }) => resolve(data as ArrayBuffer), // without an encoding it is bytes
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  return { bytes, type: "image/png", address: tempFilePath };
}
