import { createHash } from "node:crypto";
import { givenWecom } from "../../../support/givenWecom";

const words = (text: string) => ({ markdown: { content: text } });

describe("a group's robot", () => {
  it("shows the group what it was told, with who was mentioned", async () => {
    const { client, simulator } = await givenWecom();
    const { key } = simulator.robot("华南直销一队");
    await client.sendToRobot(key, words("**签单 10万元**\n<@xiaowang> 签下一家设备制造客户"));
    await client.sendToRobot(key, { text: { content: "开会", mentioned_list: ["@all"] } });
    expect(simulator.robot("华南直销一队").messages.map((one) => one.mentioned)).toEqual([["xiaowang"], ["@all"]]);
    expect(simulator.robot("华南直销二队").sentences).toEqual([]);
  });

  it("says 20 messages in any 60 seconds, and not one more", async () => {
    const { client, simulator, pass } = await givenWecom();
    const { key } = simulator.robot("华南直销一队");
    await client.sendToRobot(key, words("第 1 条"));
    pass({ seconds: 30 });
    for (let place = 2; place <= 20; place++) await client.sendToRobot(key, words(`第 ${place} 条`));
    await expect(client.sendToRobot(key, words("第 21 条"))).rejects.toMatchObject({ errcode: 45009, retry: "later" });
    pass({ seconds: 29 });
    await expect(client.sendToRobot(key, words("还是太早"))).rejects.toMatchObject({ errcode: 45009 });
    pass({ seconds: 1 });
    await client.sendToRobot(key, words("第 1 条满一分钟了"));
    await expect(client.sendToRobot(key, words("其余的还没有"))).rejects.toMatchObject({ errcode: 45009 });
    expect(simulator.robot(key).messages).toHaveLength(21);
    await client.sendToRobot(simulator.robot("华南直销二队").key, words("另一个群不受影响"));
  });

  it("falls silent when it is switched off or taken out of the group", async () => {
    const { client, simulator } = await givenWecom();
    const { key } = simulator.robot("华南直销一队");
    simulator.setRobotState(key, "disabled");
    await expect(client.sendToRobot(key, words("在吗"))).rejects.toMatchObject({ errcode: 93004 });
    simulator.setRobotState(key, "removed");
    await expect(client.sendToRobot(key, words("在吗"))).rejects.toMatchObject({ errcode: 93000 });
  });

  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
  const image = (md5: string) => ({ msgtype: "image", image: { base64: picture.toString("base64"), md5 } });
  const card = (more: object) => ({
    msgtype: "template_card",
    template_card: { card_type: "text_notice", main_title: { title: "日报" }, ...more },
  });
  const action = { card_action: { type: 1, url: "https://app.example.com" } };

  it.each<[string, object, number]>([
    ["a text of 2,048 bytes", { msgtype: "text", text: { content: "a".repeat(2048) } }, 0],
    ["a text of 2,049 bytes", { msgtype: "text", text: { content: "a".repeat(2049) } }, 40058],
    ["a markdown of 4,096 bytes", { msgtype: "markdown", markdown: { content: "字".repeat(1365) + "a" } }, 0],
    ["a markdown of 4,098 bytes", { msgtype: "markdown", markdown: { content: "字".repeat(1366) } }, 40058],
    ["an empty text", { msgtype: "text", text: { content: "" } }, 44004],
    ["an empty markdown", { msgtype: "markdown", markdown: {} }, 93017],
    ["an unknown kind", { msgtype: "poem", poem: {} }, 40008],
    ["no kind", {}, 40008],
    ["a picture with its md5", image(createHash("md5").update(picture).digest("hex")), 0],
    ["a picture with another md5", image("0".repeat(32)), 301019],
    ["a file that was never uploaded", { msgtype: "file", file: { media_id: "m" } }, 40007],
    ["nine articles", { msgtype: "news", news: { articles: Array(9).fill({ title: "t", url: "u" }) } }, 45008],
    ["a card", card(action), 0],
    ["a card that leads nowhere", card({}), 42045],
    ["a card with buttons", card({ card_type: "button_interaction", ...action }), 42031],
  ])("answers %s", async (_, body, errcode) => {
    const { raw, simulator } = await givenWecom();
    const query = `key=${simulator.robot("华南直销一队").key}`;
    expect((await raw("webhook/send", { query, body, secret: "" })).errcode).toBe(errcode);
    expect(simulator.robot("华南直销一队").messages).toHaveLength(errcode === 0 ? 1 : 0);
  });

  it("names the limit in the words of WeCom when a markdown is too long", async () => {
    const { raw, simulator } = await givenWecom();
    const query = `key=${simulator.robot("华南直销一队").key}`;
    const body = { msgtype: "markdown", markdown: { content: "字".repeat(1366) } };
    const { errmsg } = await raw("webhook/send", { query, body, secret: "" });
    expect(errmsg).toMatch(/^markdown\.content exceed max length 4096\. invalid Request Parameter, hint: \[\d+\]/);
  });

  it("takes no key but its own", async () => {
    const { raw } = await givenWecom();
    const body = { msgtype: "text", text: { content: "签单" } };
    expect((await raw("webhook/send", { query: "key=made-up", body, secret: "" })).errcode).toBe(93000);
    expect((await raw("webhook/send", { body, secret: "" })).errcode).toBe(93000);
  });
});
