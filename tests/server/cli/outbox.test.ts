import { outboxCommand } from "../../../server/cli/outbox";
import { operate } from "../../support/operator";
import { givenNotices } from "../features/notices/givenNotices";

it("sends what was given up again, once it is listed with its reason", async () => {
  const { app, confirmed, work, group } = await givenNotices();
  const outbox = (...args: string[]) => operate(app, outboxCommand, args);
  expect(await outbox()).toEqual({ code: 0, said: "Nothing waits for you.\n", complained: "" });

  app.wecom.failNext({ path: "webhook/send", errcode: 93000 });
  await confirmed();
  await work();
  expect(group()).toEqual([]);
  const { code, said } = await outbox();
  expect(code).toBe(0);
  expect(said).toMatch(
    /^sale-1:group:notice\.send@notices\.send\n {2}notice\.send for notices\.send, tried 1 times, last at \S+Z: .*93000/,
  );

  expect(await outbox("resend", "sale-9:group:notice.send@notices.send")).toMatchObject({
    code: 1,
    complained: "sale-9:group:notice.send@notices.send: there is no such delivery; nothing was changed\n",
  });
  expect(await outbox("resend", "all")).toMatchObject({
    code: 0,
    said: "sale-1:group:notice.send@notices.send: will be tried again\n",
  });
  await work();
  expect(group()).toHaveLength(1);
  expect((await outbox()).said).toBe("Nothing waits for you.\n");
});
