import type { MemberContent } from "../../../../server/integrations/wecom";
import { givenWecom, textTo } from "../../../support/givenWecom";

const to = { touser: "xiaowang", agentid: 1000002 };
const text = { msgtype: "text", text: { content: "早" } };
const open = { card_action: { type: 1, url: "https://app.example.com" } };
const card = (more: object) => ({ ...to, msgtype: "template_card", template_card: more });
const notice = (more: object) =>
  card({ card_type: "text_notice", main_title: { title: "订单已确认" }, ...open, ...more });
const buttons = (more: object) =>
  card({
    card_type: "button_interaction",
    main_title: { title: "团队签单" },
    task_id: "sale-1@manager",
    button_list: [{ text: "表扬", key: "praise" }],
    ...more,
  });
const row = { keyname: "团队", value: "68%" };
function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

describe("an app message", () => {
  it.each<[string, object, number]>([
    ["a text", { ...to, ...text }, 0],
    ["no receiver", { agentid: 1000002, ...text }, 82001],
    ["nulls and empty strings for receivers", { agentid: 1000002, touser: "", toparty: null, ...text }, 82001],
    ["a list where a string is wanted", { ...to, touser: ["xiaowang"], ...text }, 40035],
    ["1,001 receivers", { ...to, touser: times(1001, String).join("|"), ...text }, 40032],
    ["101 departments", { ...to, toparty: times(101, String).join("|"), ...text }, 82002],
    ["101 tags", { ...to, totag: times(101, String).join("|"), ...text }, 82003],
    ["strangers only", { ...to, touser: "nobody|noone", ...text }, 81013],
    ["a tag that is not there", { agentid: 1000002, totag: "7", ...text }, 81013],
    ["no app", { touser: "xiaowang", ...text }, 41011],
    ["an app that is no number", { ...to, agentid: "x", ...text }, 40056],
    ["an app as a string of digits", { ...to, agentid: "1000002", ...text }, 0],
    ["another app's number", { ...to, agentid: 1000003, ...text }, 301002],
    ["no kind", to, 40008],
    ["an empty text", { ...to, msgtype: "text", text: { content: "" } }, 44004],
    ["a markdown of 2,048 bytes", { ...to, msgtype: "markdown", markdown: { content: "a".repeat(2048) } }, 0],
    ["a markdown of 2,049 bytes", { ...to, msgtype: "markdown", markdown: { content: "a".repeat(2049) } }, 45002],
    ["a picture that was never uploaded", { ...to, msgtype: "image", image: { media_id: "m" } }, 40007],
    ["nine articles", { ...to, msgtype: "news", news: { articles: times(9, () => ({ title: "t" })) } }, 45008],
    [
      "a text card",
      { ...to, msgtype: "textcard", textcard: { title: "t", description: "d", url: "https://a", btntxt: null } },
      0,
    ],
    ["a text card without words", { ...to, msgtype: "textcard", textcard: { title: "t", url: "https://a" } }, 41033],
    [
      "a text card without a scheme",
      { ...to, msgtype: "textcard", textcard: { title: "t", description: "d", url: "a.b" } },
      45034,
    ],
    [
      "a notice of an unlinked mini-program",
      { ...to, msgtype: "miniprogram_notice", miniprogram_notice: { appid: "wx0" } },
      90206,
    ],
    ["a card", notice({}), 0],
    ["a card with six rows", notice({ horizontal_content_list: times(6, () => row) }), 0],
    ["a card with seven rows", notice({ horizontal_content_list: times(7, () => row) }), 42035],
    ["a card with a row without a name", notice({ horizontal_content_list: [{ value: "68%" }] }), 42027],
    ["a card with four jumps", notice({ jump_list: times(4, () => ({ title: "看" })) }), 42042],
    ["a card that leads nowhere", card({ card_type: "text_notice", main_title: { title: "t" } }), 42045],
    ["a card without a title", card({ card_type: "text_notice", ...open }), 42033],
    ["a card of no kind", card({}), 42031],
    ["a card with buttons", buttons({}), 0],
    ["seven buttons", buttons({ button_list: times(7, (place) => ({ text: "好", key: `k${place}` })) }), 40058],
    ["a button without words", buttons({ button_list: [{ key: "k" }] }), 42038],
    ["a button without a key", buttons({ button_list: [{ text: "好" }] }), 42039],
    ["two buttons with one key", buttons({ button_list: times(2, () => ({ text: "好", key: "k" })) }), 42051],
    ["buttons without a task", buttons({ task_id: null }), 42014],
    ["a task with odd signs", buttons({ task_id: "a b" }), 42014],
  ])("with %s is answered by its code", async (_, body, errcode) => {
    const { raw, simulator } = await givenWecom();
    expect((await raw("message/send", { body })).errcode).toBe(errcode);
    expect(simulator.member("xiaowang").messages).toHaveLength(errcode === 0 ? 1 : 0);
  });

  it("reaches those it can, the others named in lower case", async () => {
    const { raw, simulator } = await givenWecom();
    const answer = await raw("message/send", { body: { ...to, ...text, touser: "XiaoWang|NoBody", toparty: "4|99" } });
    expect(answer).toMatchObject({ errcode: 0, invaliduser: "nobody", invalidparty: "99" });
    for (const userid of ["xiaowang", "zhaojing", "sunwei"]) expect(simulator.member(userid).sentences).toEqual(["早"]);
    expect(simulator.member("chenhao").sentences).toEqual([]);
  });

  it("to @all reaches the app's scope, whatever else is named", async () => {
    const { raw, simulator } = await givenWecom();
    const secret = simulator.world.agents[1]?.secret;
    await raw("message/send", { body: { touser: "@all", agentid: 1000003, ...text }, secret });
    const reached = simulator.world.members.filter((one) => simulator.member(one.userid).messages.length > 0);
    expect(reached.map((one) => one.userid)).toEqual([
      "chenhao",
      "xiaowang",
      "xiaoli",
      "wanglei",
      "liuyang",
      "linjing",
    ]);
  });

  it("cuts a long text at 2,048 bytes, between characters", async () => {
    const { client, simulator } = await givenWecom();
    await client.sendToMember(textTo("xiaowang", "字".repeat(700)));
    expect(simulator.member("xiaowang").sentences).toEqual(["字".repeat(682)]);
  });

  const sentence = "小王完成10万元订单,建议给予公开表扬。";
  const withButton: MemberContent = {
    template_card: {
      card_type: "button_interaction",
      main_title: { title: "团队签单" },
      sub_title_text: sentence,
      task_id: "sale-1@manager",
      button_list: [{ text: "先不用", key: "later", style: 4 }],
    },
  };

  it("shows a card's sentence", async () => {
    const { client, simulator } = await givenWecom();
    await client.sendToMember({ memberId: "chenhao", message: withButton });
    expect(simulator.member("chenhao").sentences).toEqual([sentence]);
  });

  it("gives a response code only where a click calls back", async () => {
    const { client } = await givenWecom();
    expect((await client.sendToMember({ memberId: "chenhao", message: withButton })).responseCode).not.toBeNull();
    expect((await client.sendToMember(textTo("chenhao"))).responseCode).toBeNull();
  });

  it("with buttons needs an app with a callback address", async () => {
    const { raw, simulator } = await givenWecom();
    const body = { ...buttons({}), agentid: 1000003 };
    expect((await raw("message/send", { body, secret: simulator.world.agents[1]?.secret })).errcode).toBe(43012);
  });

  it("is refused when its task was used before", async () => {
    const { raw } = await givenWecom();
    await raw("message/send", { body: buttons({}) });
    expect((await raw("message/send", { body: buttons({ main_title: { title: "又一单" } }) })).errcode).toBe(42014);
  });

  it("is delivered once in each interval of the duplicate check", async () => {
    const { client, simulator, pass } = await givenWecom();
    const message = { ...textTo("xiaowang"), duplicateCheck: true };
    const first = await client.sendToMember(message);
    pass({ hours: 3, minutes: 59 });
    expect((await client.sendToMember(message)).messageId).toBe(first.messageId);
    expect(simulator.member("xiaowang").sentences).toHaveLength(1);
    await client.sendToMember({ ...textTo("xiaowang", "另一条"), duplicateCheck: true });
    pass({ minutes: 1 });
    await client.sendToMember(message);
    expect(simulator.member("xiaowang").sentences).toHaveLength(3);
  });

  it("is swallowed without a word above 30 a minute", async () => {
    const { client, simulator, pass } = await givenWecom();
    for (let place = 1; place <= 31; place++) await client.sendToMember(textTo("xiaowang", `第 ${place} 条`));
    expect(simulator.member("xiaowang").sentences).toHaveLength(30);
    expect(simulator.dropped).toMatchObject([{ userid: "xiaowang", msgtype: "text" }]);
    await client.sendToMember(textTo("chenhao"));
    expect(simulator.member("chenhao").sentences).toHaveLength(1);
    pass({ minutes: 1 });
    await client.sendToMember(textTo("xiaowang", "下一分钟"));
    expect(simulator.member("xiaowang").sentences).toHaveLength(31);
  });

  it("counts against 200 receivers a day for each account", async () => {
    const { client, raw, pass } = await givenWecom({ limits: { accounts: 0.05 } });
    expect((await raw("message/send", { body: { ...to, ...text, touser: "@all" } })).errcode).toBe(45009);
    await raw("message/send", { body: { ...to, ...text, touser: "", toparty: "3|4" } });
    await expect(client.sendToMember(textTo("xiaowang"))).rejects.toMatchObject({ errcode: 45009 });
    pass({ hours: 15 });
    await client.sendToMember(textTo("xiaowang", "第二天"));
  });

  it("can be taken back within a day by its own app", async () => {
    const { client, raw, simulator, pass } = await givenWecom();
    const { messageId } = await client.sendToMember(textTo("xiaowang"));
    const foreign = { body: { msgid: messageId }, secret: simulator.world.agents[1]?.secret };
    expect((await raw("message/recall", foreign)).errcode).toBe(40058);
    await client.recall(messageId);
    expect(simulator.member("xiaowang").sentences).toEqual([]);
    const late = await client.sendToMember(textTo("xiaowang"));
    pass({ hours: 24 });
    await expect(client.recall(late.messageId)).rejects.toMatchObject({ errcode: 42052 });
  });

  it("puts names for ids where it is asked to", async () => {
    const { raw, simulator } = await givenWecom();
    const content = "$userName=xiaowang$ 在 $departmentName=3$";
    await raw("message/send", { body: { ...to, msgtype: "text", text: { content }, enable_id_trans: 1 } });
    expect(simulator.member("xiaowang").sentences).toEqual(["小王 在 华南直销一队"]);
  });
});

describe("what real SDKs send", () => {
  it.each<[string, object, number]>([
    ["JSON without a content type", { headers: { "Content-Type": "" } }, 0],
    ["safe as a string, and nulls", { body: { ...to, ...text, safe: "0", toparty: null, totag: "" } }, 0],
    ["escapes of < > &", { rawBody: JSON.stringify({ ...to, ...text }).replace("早", "\\u003cb\\u003e\\u0026") }, 0],
    ["escapes of Chinese", { rawBody: JSON.stringify({ ...to, ...text }).replace("早", "\\u65e9") }, 40033],
    ["a body that is not JSON", { rawBody: '{"touser":' }, 40058],
    ["a GET", { method: "GET", body: undefined }, 40058],
    ["a form", { rawBody: "touser=xiaowang", headers: { "Content-Type": "application/x-www-form-urlencoded" } }, 40063],
    ["the token in the body", { body: { ...to, ...text, access_token: "x" }, secret: "" }, 41001],
  ])("%s is answered by its code", async (_, options, errcode) => {
    const { raw } = await givenWecom();
    expect((await raw("message/send", { body: { ...to, ...text }, ...options })).errcode).toBe(errcode);
  });
});
