import { goByArrows } from "@/platform/arrows/index.h5";

const found = (html: string) => {
  document.body.innerHTML = `<div id="part"><input id="field"><button id="elsewhere">…</button>${html}</div>`;
  const tapped = jest.fn();
  document.getElementById("part")?.addEventListener("click", (event) => void tapped((event.target as Element).id));
  const end = goByArrows("part");
  document.getElementById("field")?.focus();
  return { tapped, end };
};
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

it("opens by Enter the first of what is found", () => {
  const { tapped } = found('<button id="found-customer-c1"></button><button id="found-sale-s1"></button>');
  press("Enter");
  expect(tapped.mock.calls).toEqual([["found-customer-c1"]]);
});

it("adds nothing by Enter where nothing is found", () => {
  const { tapped } = found('<button id="found-add-customer"></button>');
  press("Enter");
  expect(tapped).not.toHaveBeenCalled();
});

it("goes down through what is found and no further, and back to the field by Esc", () => {
  found('<button id="found-customer-c1"></button>');
  press("ArrowDown");
  press("ArrowDown");
  press("ArrowDown");
  expect(document.activeElement?.id).toBe("found-customer-c1");
  press("Escape");
  expect(document.activeElement?.id).toBe("field");
});
