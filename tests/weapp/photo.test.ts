import sharp from "sharp";
import { startDemoWorld, type DemoWorld } from "../support/demoWorld";
import { stored } from "../support/testDatabase";
import { filesOf } from "../support/weapp/host/wx/fileSystem";
import { openOnPhone } from "../support/weapp/phone";
import type { WeappHost } from "../support/weapp/launchWeapp";

/* A photo of where one was, with what one says about a check-in in doubt. */

let world: DemoWorld;
let checkInId: string;
let photo: ArrayBuffer;
const phones: WeappHost[] = [];

beforeAll(async () => {
  world = await startDemoWorld();
  await world.consent("xiaowang");
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#406080" } })
    .jpeg()
    .toBuffer();
  photo = new Uint8Array(bytes).buffer;
}, 60_000);

beforeEach(async () => {
  world.app.clock.advance({ hours: 24 });
  ({ checkInId } = await world.checkIn("xiaowang", "c-yuanda", 215));
});

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

const reads = (weapp: WeappHost, words: string) => weapp.until(() => weapp.text()?.includes(words));
const tap = async (weapp: WeappHost, name: string | RegExp) => weapp.tap(await weapp.until(() => weapp.named(name)));
const refuse = (errMsg: string) => () => {
  throw Object.assign(new Error(errMsg), { errMsg });
};
interface Sent {
  url: string;
}
const shot = { tempFiles: [{ tempFilePath: "wxfile://tmp/one.jpg", size: 20_000 }] };

async function atTheDoubt(chooseMedia: unknown): Promise<WeappHost> {
  const native = { chooseMedia, readFile: () => ({ data: photo }) };
  const { weapp } = await openOnPhone(world.app, "xiaowang", { native });
  phones.push(weapp);
  await reads(weapp, "本月");
  await openDoubt(weapp);
  return weapp;
}

async function openDoubt(weapp: WeappHost): Promise<void> {
  const on = world.app.clock.now().toISOString().slice(0, 10);
  await weapp.open(`/pages/field/doubt/index?id=${encodeURIComponent(checkInId)}&on=${on}`);
  await reads(weapp, "我的说明");
}
const seenByLeader = async () => (await world.as("chenhao").call("reviews.read", { checkInId })).review.answer;

it("reaches whoever decides, as it was taken", async () => {
  const wang = await atTheDoubt(shot);
  await tap(wang, "拍一张照片");
  await wang.input("#doubt-text", "在后门卸样品");
  await wang.until(() => wang.$("#doubt-photo"));
  await tap(wang, "提交说明");
  await reads(wang, "已附照片");
  const answer = await seenByLeader();
  expect(answer?.text).toBe("在后门卸样品");
  const bytes = await fetch(`${world.app.baseUrl}${answer?.photoUrl}`).then((got) => got.arrayBuffer());
  expect(await sharp(Buffer.from(bytes)).metadata()).toMatchObject({ format: "jpeg", width: 640, height: 480 });
});

it("goes along no more when the person takes it back", async () => {
  const wang = await atTheDoubt(shot);
  await tap(wang, "拍一张照片");
  await wang.input("#doubt-text", "问过门卫");
  await tap(wang, "不带照片");
  await tap(wang, "提交说明");
  await wang.until(() => !wang.text()?.includes("不带照片") && wang.text()?.includes("问过门卫"));
  expect(await seenByLeader()).toMatchObject({ text: "问过门卫", photoUrl: null });
});

it.each([
  ["chooseMedia:fail auth deny", "到系统设置里允许企业微信使用相机"],
  ["chooseMedia:fail camera error", "相机打不开"],
])("of which the phone says 「%s」 leaves the way to write without it", async (errMsg, words) => {
  const wang = await atTheDoubt(refuse(errMsg));
  await tap(wang, "拍一张照片");
  await reads(wang, words);
  await wang.input("#doubt-text", "信号不好");
  await tap(wang, "提交说明");
  await wang.until(() => wang.text()?.includes("重新提交说明"));
  expect(await seenByLeader()).toMatchObject({ text: "信号不好", photoUrl: null });
});

it("that the person does not take after all is no fault", async () => {
  const wang = await atTheDoubt(refuse("chooseMedia:fail cancel"));
  await tap(wang, "拍一张照片");
  await wang.until(() => wang.named("拍一张照片"));
  expect(wang.text()).not.toContain("相机");
});

it("is one photo when its answer is lost and it is sent again, by itself", async () => {
  const { weapp: wang, phone } = await openOnPhone(world.app, "xiaowang", {
    native: { chooseMedia: shot, readFile: () => ({ data: photo }), request: (options: Sent) => losing(options) },
  });
  const { request } = phone.native() as { request: (options: Sent) => Promise<unknown> };
  let sent = 0;
  const losing = async (options: Sent) => {
    const answer = await request(options);
    if (!options.url.includes("/files/")) return answer;
    sent += 1;
    return sent === 1 ? refuse("request:fail timeout")() : answer;
  };
  phones.push(wang);
  await reads(wang, "本月");
  await openDoubt(wang);
  await tap(wang, "拍一张照片");
  await wang.input("#doubt-text", "在地下车库");
  await wang.until(() => wang.$("#doubt-photo"));
  await tap(wang, "提交说明");
  await reads(wang, "已附照片");
  expect([sent, (await stored("files", { usedBy: `checkIn:${checkInId}` })).length]).toEqual([2, 1]);
});

it("is taken at the tap, waits on the phone through the end of the program, and arrives with the check-in", async () => {
  const before = await openOnPhone(world.app, "xiaowang", {
    native: { chooseMedia: shot, readFile: () => ({ data: photo }) },
    stands: world.checkInBody("c-yuanda", 40).fix,
  });
  phones.push(before.weapp);
  await reads(before.weapp, "本月");
  await before.weapp.tab(2);
  await tap(before.weapp, "拍一张照片");
  await before.weapp.until(() => before.weapp.$("#tap-photo img, #tap-photo wx-image"));
  before.phone.online = false;
  await before.weapp.tap("#check-in");
  await reads(before.weapp, "已存在手机里");
  const { storage } = before.weapp;
  expect(filesOf(storage).size).toBe(1);
  before.weapp.close();

  const after = await openOnPhone(world.app, "xiaowang", { storage });
  phones.push(after.weapp);
  await reads(after.weapp, "本月");
  const arrived = await arrivedWithPhoto();
  expect(arrived).toHaveLength(1);
  await after.weapp.until(() => filesOf(storage).size === 0);
});

async function arrivedWithPhoto(): Promise<unknown[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = (await stored("checkIns")).filter((checkIn) => checkIn.photoId);
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [];
}
