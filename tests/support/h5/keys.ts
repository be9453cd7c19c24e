import type { Page } from "playwright-core";
import { listTargets } from "./look";

/** Where the focus is, and how it is seen. */
interface Focused {
  name: string;
  /** Its place in the document, to tell it from others of the same name. */
  at: number;
  /** What is wrong with its ring; null: it can be seen whole. */
  ring: string | null;
}

/**
 * Presses Tab from the top to the end.
 * @returns what is not reached, what has no ring or a cut one, and what comes before what stands above it
 */
export async function focusFaults(page: Page): Promise<string[]> {
  const reached = await tabThrough(page);
  const targets = (await listTargets(page)).filter(({ disabled }) => !disabled);
  const count = (name: string, names: string[]) => names.filter((one) => one === name).length;
  const names = reached.map(({ name }) => name);
  const missed = targets.filter(
    ({ name }) =>
      count(name, names) <
      count(
        name,
        targets.map((one) => one.name),
      ),
  );
  const backwards = reached.filter(({ at }, n) => at < (reached[n - 1]?.at ?? 0));
  return [
    ...new Set(missed.map(({ name }) => `「${name}」 is not reached each time that it is there`)),
    ...reached.filter(({ ring }) => ring !== null).map(({ name, ring }) => `「${name}」 ${ring}`),
    ...backwards.map(({ name }) => `「${name}」 is reached too late`),
  ];
}

async function tabThrough(page: Page): Promise<Focused[]> {
  const found: Focused[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let presses = 0; presses < 500; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(focusedNow);
    // Year, month and day of a date are three stops in one field.
    if (focused && focused.at === found[found.length - 1]?.at) continue;
    if (!focused || found.some(({ at }) => at === focused.at)) return found;
    found.push(focused);
  }
  throw new Error("Tab came to no end within 500 presses.");
}

function focusedNow(): Focused | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // A field's frame wears the ring of what stands in it.
  const ringed = [element, element.closest(".input")].find((one) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
  return { name, at: [...document.querySelectorAll("*")].indexOf(element), ring: faultOfRing() };

  function faultOfRing(): string | null {
    if (!ringed) return "has no ring";
    const { outlineWidth, outlineOffset } = getComputedStyle(ringed);
    const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
    const box = ringed.getBoundingClientRect();
    for (let around = ringed.parentElement; around && around !== document.body; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === "visible") continue;
      const room = around.getBoundingClientRect();
      if (box.left - reach < room.left - 0.5 || box.right + reach > room.right + 0.5)
        return `is cut by ${around.className}`;
    }
    return null;
  }
}

/** For each group of choices: what the right arrow does from the last choice, and the left one back. */
export async function arrowFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const alone = await page.evaluate(() =>
    [...document.querySelectorAll("[role=radio]")]
      .filter((radio) => radio.checkVisibility() && !radio.closest("[role=radiogroup]"))
      .map((radio) => radio.getAttribute("aria-label")),
  );
  faults.push(...alone.map((name) => `「${name}」 is a choice outside of any group`));
  const groups = page.locator(".gallery-part [role=radiogroup]").filter({ visible: true });
  for (const group of await groups.all()) {
    const label = (await group.getAttribute("aria-label")) ?? "";
    if (!label) faults.push("a group of choices has no name");
    const radios = group.locator("[role=radio]");
    const count = await radios.count();
    await radios.nth(count - 1).click();
    for (const [key, expected] of [
      ["ArrowRight", 0],
      ["ArrowLeft", count - 1],
    ] as const) {
      await page.keyboard.press(key);
      const states = await radios.evaluateAll((all) =>
        all.map((one) => ({ checked: one.getAttribute("aria-checked"), focused: one === document.activeElement })),
      );
      const at = states.findIndex(({ checked }) => checked === "true");
      if (at !== expected || !states[expected]?.focused)
        faults.push(`${label}: ${key} chose ${at} and not ${expected}`);
    }
  }
  return faults;
}
