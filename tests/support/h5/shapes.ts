import type { Page } from "playwright-core";

/**
 * How alike the drawings that a selector finds are when all of them are black: 1 is the same picture, and only pixels that
 * either of the two has drawn count.
 */
export async function likenesses(page: Page, selector: string): Promise<{ a: string; b: string; share: number }[]> {
  await page.addStyleTag({ content: `${selector} { color: #000 !important; }` });
  const drawings: { name: string; png: string }[] = [];
  for (const drawing of await page.locator(selector).all()) {
    const name = (await drawing.getAttribute("class")) ?? "";
    drawings.push({ name, png: (await drawing.screenshot()).toString("base64") });
  }
  return page.evaluate(async (given) => {
    const sizePx = 28;
    const inks = await Promise.all(
      given.map(async ({ name, png }) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = sizePx;
        const pen = canvas.getContext("2d");
        pen?.drawImage(image, 0, 0, sizePx, sizePx);
        const { data } = pen?.getImageData(0, 0, sizePx, sizePx) ?? { data: new Uint8ClampedArray() };
        return { name, ink: Array.from({ length: sizePx * sizePx }, (_, n) => (data[n * 4] ?? 255) < 128) };
      }),
    );
    return inks.flatMap((a, n) =>
      inks.slice(n + 1).map((b) => {
        const both = a.ink.filter((drawn, at) => drawn && b.ink[at]).length;
        const either = a.ink.filter((drawn, at) => drawn || b.ink[at]).length;
        return { a: a.name, b: b.name, share: either === 0 ? 1 : both / either };
      }),
    );
  }, drawings);
}
