import { randomUUID } from "node:crypto";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";

/* A visit whose steps are photographed, counted and signed, from the form to whoever leads its rep. */

let world: DemoWorld;
let browser: Browser;
const open: H5Phone[] = [];

async function phoneOf(name: string): Promise<H5Phone> {
  const phone = await H5Phone.open(browser, world.app.baseUrl);
  open.push(phone);
  await phone.signIn(name);
  await phone.reads("本月");
  return phone;
}

const step = (
  stepId: string,
  kind: "record" | "photo" | "products" | "signature",
  label: string,
  options: string[] = [],
) => ({
  ...{ stepId, kind, label, options },
  required: true,
});

describeInBrowser("In a browser", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    browser = await launchBrowser();
    await world.consent("xiaowang");
    const type = { commandId: randomUUID(), version: 2, name: "送样", asksTimeOnSite: false, inUse: true } as const;
    const steps = [
      step("record", "record", "送了什么样品"),
      step("shot", "photo", "样品照片"),
      step("left", "products", "留下的样品", ["监护仪 A1", "探头"]),
      step("receipt", "signature", "签收"),
    ];
    await world.as("zhoumin").call("visitTypes.save", { typeId: "samples" }, { ...type, seenBy: "everybody", steps });
  }, 60_000);

  afterAll(async () => {
    for (const phone of open) await phone.close();
    await browser?.close();
  });

  async function sign(phone: H5Phone): Promise<void> {
    const pad = phone.page.locator("#visit-step-receipt-pad");
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    if (!box) throw new Error("there is nothing to sign on");
    const { mouse } = phone.page;
    await mouse.move(box.x + 30, box.y + 40);
    await mouse.down();
    for (let n = 1; n <= 10; n += 1) await mouse.move(box.x + 30 + n * 15, box.y + 40 + (n % 2) * 40);
    await mouse.up();
  }

  it("what was photographed, counted and signed is seen by whoever leads its rep", async () => {
    const { checkInId } = await world.checkIn("xiaowang", "c-yuanda");
    const photo = await sharp({ create: { width: 1_200, height: 900, channels: 3, background: "#406080" } })
      .jpeg()
      .toBuffer();
    const wang = await phoneOf("小王");
    await wang.goTo(`/pages/field/visit/index?checkInId=${encodeURIComponent(checkInId)}&on=2026-03-26`);
    await wang.page.locator("#visit-type-samples").tap();
    await wang.fill(/^送了什么样品/, "两台样机");
    const chooser = wang.page.waitForEvent("filechooser");
    await wang.tap("拍一张照片");
    await (await chooser).setFiles({ name: "shot.jpg", mimeType: "image/jpeg", buffer: photo });
    await wang.named("第 1 张照片", "img").waitFor();
    await wang.fill(/^监护仪 A1/, "2");
    await wang.fill(/^签字人/, "仓库 黄主管");
    await sign(wang);
    await wang.reads("签好了");
    await wang.picture("visit-steps-form");
    await wang.tap("提交记录");
    await wang.reads("仓库 黄主管 已签字");

    const { items } = await world.as("chenhao").call("customers.timeline", { customerId: "c-yuanda" });
    const visitId = items.find(({ kind }) => kind === "visit")?.itemId ?? "";
    const chen = await phoneOf("陈浩");
    await chen.goTo(`/pages/field/visit/index?visitId=${encodeURIComponent(visitId)}`);
    await chen.reads("监护仪 A1");
    for (const name of ["样品照片 1", "签收"]) {
      const picture = chen.named(name, "img").locator("img").first();
      await picture.evaluate((img: HTMLImageElement) => img.decode());
    }
    await chen.picture("visit-steps-read");
    expect([...wang.faults, ...chen.faults]).toEqual([]);
  });
});
