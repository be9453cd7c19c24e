import type { Browser } from "playwright-core";
import sharp from "sharp";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { describeInBrowser, launchBrowser } from "../support/h5/browser";
import { h5Dir } from "../support/h5/builtH5";
import { H5Phone } from "../support/h5/h5Phone";

/* A photo that a rep takes in the browser, and who sees it. */

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

describeInBrowser("In a browser", () => {
  beforeAll(async () => {
    world = await startDemoWorld({ settings: { H5_DIR: h5Dir } });
    browser = await launchBrowser();
    await world.consent("xiaowang");
  }, 60_000);

  afterAll(async () => {
    for (const phone of open) await phone.close();
    await browser?.close();
  });

  it("a photo of where one was is shown to its rep before it goes, later to whoever decides", async () => {
    const { checkInId } = await world.checkIn("xiaowang", "c-yuanda", 215);
    const photo = await sharp({ create: { width: 3_000, height: 2_000, channels: 3, background: "#406080" } })
      .jpeg()
      .toBuffer();
    const wang = await phoneOf("小王");
    await wang.goTo(`/pages/field/doubt/index?id=${encodeURIComponent(checkInId)}&on=2026-03-26`);
    const chooser = wang.page.waitForEvent("filechooser");
    await wang.tap("拍一张照片");
    await (await chooser).setFiles({ name: "gate.jpg", mimeType: "image/jpeg", buffer: photo });
    await wang.named("刚拍的照片", "img").waitFor();
    await wang.fill("我的说明", "在后门卸样品");
    await wang.tap("提交说明");
    await wang.reads("已附照片");

    const chen = await phoneOf("陈浩");
    await chen.goTo(`/pages/team/review/index?id=${encodeURIComponent(checkInId)}`);
    const shown = chen.named("小王 拍的照片", "img");
    await shown.waitFor();
    const picture = shown.locator("img").first();
    await picture.evaluate((img: HTMLImageElement) => img.decode());
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight])).toEqual([
      1600, 1067,
    ]);
    // The whole of it is seen: what is stamped onto it is at its foot.
    const [seen, place] = [await picture.boundingBox(), await shown.boundingBox()];
    expect(seen?.width).toBeCloseTo(place?.width ?? 0, 0);
    expect((seen?.width ?? 0) / (seen?.height ?? 1)).toBeCloseTo(1600 / 1067, 1);
    expect([...wang.faults, ...chen.faults]).toEqual([]);
  });
});
