import { useEffect, useRef, useState } from "react";
import { openDrawing } from "@/platform/drawing";
import type { Drawing, DrawnPoint, Stroke, TakenPhoto } from "@/platform/types";

/** As the native canvas tells where fingers are. */
interface Touches {
  touches: readonly { x?: number; y?: number }[];
}

export interface DrawingPad {
  isEmpty: boolean;
  /** Null: it is not known yet; false: this phone cannot. */
  isReady: boolean | null;
  /** For the native canvas. */
  touch: { start: (event: Touches) => void; move: (event: Touches) => void; end: () => void };
  undo: () => void;
  clear: () => void;
}

/**
 * Something to draw on, which is on the page under this id.
 * @param onDrawn hears of what is drawn after each stroke; null: there is nothing any more
 */
export function useDrawing(id: string, onDrawn: (drawn: TakenPhoto | null) => void): DrawingPad {
  const [isReady, setIsReady] = useState<boolean | null>(null);
  const [count, setCount] = useState(0);
  const drawing = useRef<Drawing | null>(null);
  const strokes = useRef<Stroke[]>([]);
  const current = useRef<DrawnPoint[] | null>(null);
  const tell = useRef(onDrawn);
  useEffect(() => {
    tell.current = onDrawn;
  });

  function show(): void {
    drawing.current?.show(current.current ? [...strokes.current, current.current] : strokes.current);
  }
  function changed(): void {
    setCount(strokes.current.length);
    show();
    const drawn = strokes.current;
    if (drawn.length === 0) return tell.current(null);
    // One that was drawn on meanwhile tells of itself.
    void drawing.current
      ?.png()
      .then((png) => strokes.current === drawn && tell.current(png))
      .catch(() => setIsReady(false));
  }
  function down(at: DrawnPoint): void {
    current.current = [at];
    show();
  }
  function move(at: DrawnPoint): void {
    current.current?.push(at);
    show();
  }
  function up(): void {
    const stroke = current.current;
    current.current = null;
    if (!stroke) return;
    strokes.current = [...strokes.current, stroke];
    changed();
  }
  const listener = useRef({ down, move, up });
  useEffect(() => {
    listener.current = { down, move, up };
  });

  useEffect(() => {
    let isThere = true;
    openDrawing(id, {
      down: (at) => listener.current.down(at),
      move: (at) => listener.current.move(at),
      up: () => listener.current.up(),
    }).then(
      (opened) => {
        if (!isThere) return opened.close();
        drawing.current = opened;
        opened.show(strokes.current);
        setIsReady(true);
      },
      () => isThere && setIsReady(false),
    );
    return () => {
      isThere = false;
      drawing.current?.close();
      drawing.current = null;
    };
  }, [id]);

  const pointOf = ({ touches }: Touches): DrawnPoint | null => {
    const [first] = touches;
    return first?.x === undefined || first.y === undefined ? null : { x: first.x, y: first.y };
  };
  return {
    isEmpty: count === 0,
    isReady,
    touch: {
      start: (event) => {
        const at = pointOf(event);
        if (at) down(at);
      },
      move: (event) => {
        const at = pointOf(event);
        if (at) move(at);
      },
      end: up,
    },
    undo: () => {
      strokes.current = strokes.current.slice(0, -1);
      changed();
    },
    clear: () => {
      strokes.current = [];
      changed();
    },
  };
}
