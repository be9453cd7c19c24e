import { failuresApartMs, failuresMax, laneOf } from "@shared/domain/commandQueue";
import { createQueue, type ItemAnswer } from "@/features/queue/createQueue";
import { Broken, givenPhone, NotReached, RefusedWhole, tapOf } from "./givenQueue";

const done = { status: 200, body: { ok: true } };
const refused = { status: 422, body: { code: "sale.tooOld", requestId: "r1", fields: [] } };
const reused = { status: 409, body: { code: "command.reused" } };
const looks = (queue: ReturnType<typeof createQueue>) =>
  queue.list().map(({ commandId, look }) => `${commandId} ${look}`);

describe("a tap", () => {
  it("is on the phone before it is acknowledged", () => {
    const phone = givenPhone();
    createQueue(phone.ports()).add(tapOf("a"));
    expect([...phone.storage.keys()]).toEqual(["q:0000000001:a"]);
    expect(phone.sent).toEqual([]);
  });

  it("is sent at once, told of, and gone from the phone", async () => {
    const phone = givenPhone();
    const queue = createQueue(phone.ports());
    await expect(queue.add(tapOf("a")).told).resolves.toEqual({ outcome: "confirmed", answer: { ok: true } });
    expect([phone.sent, phone.confirmed, queue.list(), phone.storage.size]).toEqual([[["a"]], ["a"], [], 0]);
  });

  it("waits without a network, through the end of the program, and is sent as it was tapped", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const before = await createQueue(phone.ports()).add(tapOf("a")).told;
    expect(before).toMatchObject({ outcome: "again", problem: { code: "network" } });
    phone.answer = () => done;
    const after = createQueue(phone.ports());
    expect(after.list()).toMatchObject([{ commandId: "a", tries: 1, body: { tap: "a" }, look: "waiting" }]);
    await after.sendNow();
    expect(phone.confirmed).toEqual(["a"]);
  });

  it("is asked again where its answer was lost, or the server is away", async () => {
    const phone = givenPhone();
    const queue = createQueue(phone.ports());
    for (const answer of [null, { status: 503, body: {} }, { status: 502, body: { code: "server.failed" } }]) {
      phone.answer = () => answer;
      await queue.add(tapOf("a")).told;
      expect(looks(queue)).toEqual(["a waiting"]);
    }
    phone.answer = () => done;
    await queue.sendNow();
    expect(phone.confirmed).toEqual(["a"]);
  });

  it("of nobody is refused, and not kept", async () => {
    const phone = givenPhone();
    phone.owner = null;
    const { isKept, told } = createQueue(phone.ports()).add(tapOf("a"));
    expect([isKept, phone.storage.size]).toEqual([false, 0]);
    await expect(told).resolves.toMatchObject({ outcome: "refused", problem: { code: "session.missing" } });
  });

  it("that goes behind one that rests says at once that it goes later", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a", { lane: "haiyue" })).told;
    const { told } = queue.add(tapOf("record", { lane: "haiyue", after: "a" }));
    await expect(told).resolves.toMatchObject({ outcome: "again" });
    expect(looks(queue)).toEqual(["a waiting", "record waiting"]);
  });

  it("stands behind those of before, also of an earlier start", () => {
    const phone = givenPhone();
    phone.owner = null;
    phone.storage.set("q:0000000041:z", { ...tapOf("z"), owner: "xiaowang" });
    phone.owner = "xiaowang";
    const queue = createQueue(phone.ports());
    queue.add(tapOf("a"));
    expect(queue.list().map(({ commandId }) => commandId)).toEqual(["z", "a"]);
  });
});

describe("what the server refuses", () => {
  it("stays with its reason until the person decides", async () => {
    const phone = givenPhone();
    phone.answer = () => refused;
    const queue = createQueue(phone.ports());
    await expect(queue.add(tapOf("a")).told).resolves.toMatchObject({ outcome: "refused" });
    await queue.sendNow();
    expect(phone.sent).toHaveLength(1);
    expect(queue.list()).toMatchObject([
      { look: "refused", problem: { code: "sale.tooOld", details: { requestId: "r1" } } },
    ]);
    phone.answer = () => done;
    await queue.retry("a");
    expect(phone.confirmed).toEqual(["a"]);
  });

  it("as a question goes again with what the person answers, by the same id", async () => {
    const phone = givenPhone();
    const bodies: object[] = [];
    phone.answer = ({ body }) => {
      bodies.push(body);
      return bodies.length === 1 ? refused : done;
    };
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    await queue.retry("a", { seen: true });
    expect(bodies).toEqual([{ tap: "a" }, { tap: "a", seen: true }]);
    expect([phone.sent, phone.confirmed]).toEqual([[["a"], ["a"]], ["a"]]);
  });

  it("is dropped by the person's word alone", async () => {
    const phone = givenPhone();
    phone.answer = () => refused;
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    void queue.drop("a");
    expect([queue.list(), phone.storage.size]).toEqual([[], 0]);
  });

  it("holds back what stands on it, and nothing else", async () => {
    const phone = givenPhone();
    phone.answer = ({ commandId }) => (commandId === "a" ? refused : done);
    const queue = createQueue(phone.ports());
    queue.add(tapOf("a"));
    queue.add(tapOf("b", { lane: "a", after: "a" }));
    await queue.add(tapOf("c", { lane: "a" })).told;
    expect(looks(queue)).toEqual(["a refused", "b held"]);
  });

  it("is found among others that were sent with it", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    for (const id of ["a", "b", "c", "d", "e"]) await queue.add(tapOf(id)).told;
    phone.answer = ({ commandId }) => (commandId === "d" ? new RefusedWhole() : done);
    await queue.sendNow();
    expect(looks(queue)).toEqual(["d refused"]);
    expect(phone.confirmed).toEqual(["a", "b", "c", "e"]);
  });
});

/** The server's word on what comes behind one that it breaks on. */
const held = { status: 503, body: { code: "server.unavailable" } };
const broken = { status: 500, body: { code: "server.failed", requestId: "r9" } };

describe("what the server breaks on", () => {
  /** A tap that it breaks on, and a later one at the same client. */
  async function givenFailed() {
    const phone = givenPhone();
    const lanes = new Map<string, string>();
    phone.answer = (item) => {
      lanes.set(item.commandId, laneOf(item));
      if (item.commandId === "a") return broken;
      return lanes.get("a") === lanes.get("b") ? held : done;
    };
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a", { lane: "x" })).told;
    void queue.add(tapOf("b", { lane: "x" }));
    return { phone, queue };
  }
  const tryAgain = async (phone: ReturnType<typeof givenPhone>, queue: ReturnType<typeof createQueue>) => {
    phone.nowMs += failuresApartMs;
    await queue.sendNow();
  };

  it("holds its client's later taps up for half an hour, then goes before the person alone", async () => {
    const { phone, queue } = await givenFailed();
    for (let time = 1; time < failuresMax; time += 1) {
      expect(looks(queue)).toEqual(["a waiting", "b waiting"]);
      await tryAgain(phone, queue);
    }
    await tryAgain(phone, queue);
    expect(looks(queue)).toEqual(["a failed"]);
    expect(queue.list()).toMatchObject([{ problem: { code: "server.failed", details: { requestId: "r9" } } }]);
    expect(phone.confirmed).toEqual(["b"]);
  });

  it("is not used up by a bad minute", async () => {
    const { phone, queue } = await givenFailed();
    for (let time = 0; time < 20; time += 1) {
      phone.nowMs += 1_000;
      await queue.sendNow();
    }
    expect(looks(queue)).toEqual(["a waiting", "b waiting"]);
  });

  it("goes by itself once the server has been mended", async () => {
    const { phone, queue } = await givenFailed();
    for (let time = 0; time < failuresMax; time += 1) await tryAgain(phone, queue);
    phone.answer = () => done;
    await tryAgain(phone, queue);
    expect(phone.confirmed).toEqual(["b", "a"]);
  });

  it("is found where it breaks the whole request", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    for (const id of ["a", "b", "c", "d"]) await queue.add(tapOf(id)).told;
    phone.answer = ({ commandId }) => (commandId === "c" ? new Broken() : done);
    for (let time = 0; time < 8; time += 1) await tryAgain(phone, queue);
    expect(looks(queue)).toEqual(["c failed"]);
    expect(phone.confirmed.sort()).toEqual(["a", "b", "d"]);
  });
});

describe("what a newer program is needed for", () => {
  const other = { status: 400, body: { code: "input.invalid", fields: [{ field: "fix", code: "value.missing" }] } };
  it("waits for it, is not sent meanwhile, and holds nothing up", async () => {
    const phone = givenPhone();
    phone.answer = ({ commandId }) => (commandId === "a" ? other : done);
    const queue = createQueue(phone.ports());
    await expect(queue.add(tapOf("a", { lane: "x" })).told).resolves.toMatchObject({ outcome: "outdated" });
    await queue.add(tapOf("b", { lane: "x" })).told;
    expect(looks(queue)).toEqual(["a outdated"]);
    expect(phone.sent).toEqual([["a"], ["b"]]);
  });

  it("goes by itself when that has started", async () => {
    const phone = givenPhone();
    phone.answer = () => other;
    await createQueue(phone.ports()).add(tapOf("a")).told;
    phone.answer = () => done;
    await createQueue(phone.ports()).sendNow();
    expect(phone.confirmed).toEqual(["a"]);
  });
});

describe("what the person does not want", () => {
  it("is gone where nothing was sent of it", async () => {
    const phone = givenPhone();
    phone.owner = null;
    const queue = createQueue(phone.ports());
    phone.storage.set("q:0000000001:a", { ...tapOf("a"), owner: "xiaowang" });
    phone.owner = "xiaowang";
    await expect(queue.drop("a")).resolves.toBe("dropped");
  });

  it("may have arrived where no answer ever came, also before the program ended", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    await createQueue(phone.ports()).add(tapOf("a")).told;
    await expect(createQueue(phone.ports()).drop("a")).resolves.toBe("unsure");
  });

  it("may have arrived where the program ended while it was on its way", async () => {
    const phone = givenPhone();
    const queue = createQueue({ ...phone.ports(), send: () => new Promise(() => undefined) });
    queue.add(tapOf("a"));
    await Promise.resolve();
    await expect(createQueue(phone.ports()).drop("a")).resolves.toBe("unsure");
  });

  it.each([
    [
      "may have arrived where the program ended while it was on its way, and the phone had no room to note that",
      true,
      "unsure",
    ],
    ["is gone where it has not gone out of a phone that has no room any more", false, "dropped"],
  ])("%s", async (_, goes, became) => {
    const phone = givenPhone();
    phone.hasNetwork = false;
    phone.answer = () => new NotReached();
    await createQueue(phone.ports()).add(tapOf("a")).told;
    phone.isFull = true;
    if (goes) void createQueue({ ...phone.ports(), send: () => new Promise(() => undefined) }).sendNow();
    await Promise.resolve();
    await expect(createQueue(phone.ports()).drop("a")).resolves.toBe(became);
    expect([...phone.storage.keys()]).toEqual([]);
  });

  it("is gone all at once, and nothing of it is sent because what it waited behind has gone first", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    for (const id of ["a", "b", "c"]) await queue.add(tapOf(id, { lane: "haiyue" })).told;
    phone.answer = () => done;
    queue.dropAll();
    await queue.sendNow();
    expect([phone.sent, queue.list(), phone.storage.size]).toEqual([[["a"]], [], 0]);
  });

  const onItsWay: [became: string, answer: ItemAnswer | Error, told: string][] = [
    ["arrived", done, "arrived"],
    ["was refused", refused, "dropped"],
    ["got no answer", new NotReached(), "unsure"],
    ["found the server away", { status: 503, body: { code: "server.unavailable" } }, "dropped"],
  ];
  it.each(onItsWay)("and is on its way is told of: it %s", async (_became, answer, told) => {
    const phone = givenPhone();
    phone.answer = () => answer;
    const queue = createQueue(phone.ports());
    queue.add(tapOf("a"));
    const dropped = queue.drop("a");
    expect([queue.list(), phone.storage.size]).toEqual([[], 0]);
    await expect(dropped).resolves.toBe(told);
    expect([queue.list(), phone.storage.size]).toEqual([[], 0]);
  });
});

describe("what is dropped while a request goes that is refused as a whole", () => {
  it.each([
    ["is gone where nothing had been sent of it before", false, "dropped"],
    ["may have arrived where it had been sent before without an answer", true, "unsure"],
  ])("%s", async (_, isUnsure, became) => {
    const phone = givenPhone();
    phone.owner = null;
    const queue = createQueue(phone.ports());
    for (const [at, id] of ["a", "b"].entries())
      phone.storage.set(`q:000000000${at + 1}:${id}`, { ...tapOf(id), owner: "xiaowang", state: "waiting", isUnsure });
    phone.owner = "xiaowang";
    phone.answer = () => new RefusedWhole();
    const sending = queue.sendNow();
    let told: string | null = null;
    void queue.drop("b").then((said) => (told = said));
    await sending;
    expect([phone.sent[0], told]).toEqual([["a", "b"], became]);
  });
});

describe("what was tried without an answer", () => {
  it.each([
    ["has never left a phone that had no network before and after", [false, false], false],
    ["may have arrived where there was one before", [true, false], true],
    ["may have arrived where there was one afterwards", [false, true], true],
  ] as const)("%s", async (_, [before, after], isUnsure) => {
    const phone = givenPhone();
    phone.hasNetwork = before;
    phone.answer = () => {
      phone.hasNetwork = after;
      return new NotReached();
    };
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    expect(queue.list()).toMatchObject([{ commandId: "a", isUnsure }]);
  });
});

describe("another person on this phone", () => {
  it("sees nothing of the first one's, sends nothing of it, and takes nothing away", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    phone.owner = "xiaoli";
    phone.answer = () => done;
    await queue.sendNow();
    void queue.drop("a");
    expect([queue.list(), phone.confirmed, phone.storage.size]).toEqual([[], [], 1]);
    phone.owner = "xiaowang";
    await queue.sendNow();
    expect(phone.confirmed).toEqual(["a"]);
  });

  it("is nobody while nobody is known to be here: then all waits", async () => {
    const phone = givenPhone();
    phone.storage.set("q:0000000001:a", { ...tapOf("a"), owner: "xiaowang" });
    phone.owner = null;
    await createQueue(phone.ports()).sendNow();
    expect([phone.sent, phone.storage.size]).toEqual([[], 1]);
  });
});

describe("a phone without room", () => {
  it("says so at the tap, goes on in memory, and keeps it as soon as there is room", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    phone.isFull = true;
    const queue = createQueue(phone.ports());
    const { isKept, told } = queue.add(tapOf("a"));
    await told;
    expect([isKept, queue.list()[0]?.isKept, phone.storage.size]).toEqual([false, false, 0]);
    phone.isFull = false;
    await queue.add(tapOf("b")).told;
    expect(queue.list().map((item) => item.isKept)).toEqual([true, true]);
    expect([...phone.storage.keys()].sort()).toEqual(["q:0000000001:a", "q:0000000002:b"]);
  });

  it("says that little is left for the queue before its part is full", async () => {
    const phone = givenPhone({ bytesMax: 2_000 });
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    const rooms: string[] = [];
    for (const id of ["a", "b", "c", "d", "e", "f", "g"]) {
      const { isKept, told } = queue.add(tapOf(id));
      await told;
      rooms.push(`${queue.room()}${isKept ? "" : " unkept"}`);
    }
    expect(rooms).toContain("little");
    expect(rooms.at(-1)).toContain("unkept");
    phone.answer = () => done;
    await queue.sendNow();
    expect(phone.confirmed).toHaveLength(7);
  });
});

describe("a try in vain", () => {
  it("is followed by the next one by itself, later each time", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    await Promise.resolve();
    await queue.sendNow();
    expect(phone.timers.map(({ ms }) => ms)).toEqual([4_000]);
    phone.answer = () => done;
    phone.nowMs += 4_000;
    phone.timers[0]?.run();
    await queue.sendNow();
    expect(phone.confirmed).toEqual(["a"]);
  });

  it("does not keep one waiting for ever where the phone's date was set back", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    phone.answer = () => done;
    phone.nowMs -= 86_400_000;
    await queue.add(tapOf("b")).told;
    expect(phone.confirmed).toEqual(["a", "b"]);
  });
});

describe("two tabs of a browser", () => {
  it("do not send what the other has put right as it was before", async () => {
    const phone = givenPhone();
    phone.answer = () => refused;
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    await one.add(tapOf("a", { body: { text: "old" } })).told;
    expect(looks(other)).toEqual(["a refused"]);
    phone.answer = () => new NotReached();
    await one.add(tapOf("a", { body: { text: "right" } })).told;
    const bodies: object[] = [];
    phone.answer = ({ body }) => (bodies.push(body), done);
    await other.retry("a");
    expect([bodies, phone.storage.size]).toEqual([[{ text: "right" }], 0]);
  });

  it("keep what was put right while the old one is on its way", async () => {
    const phone = givenPhone();
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    const told = one.add(tapOf("a", { body: { text: "old" } })).told;
    phone.answer = ({ body }) => ("text" in body && body.text === "old" ? done : reused);
    void other.add(tapOf("a", { body: { text: "right" } }));
    await told;
    await one.sendNow();
    expect(one.list()).toMatchObject([
      { look: "refused", body: { text: "right" }, problem: { code: "command.reused" } },
    ]);
  });

  it("send one after the other, and each command once", async () => {
    let turn = Promise.resolve();
    const phone = givenPhone({ alone: (run) => (turn = turn.then(run)) });
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    one.add(tapOf("a"));
    other.add(tapOf("b"));
    await Promise.all([one.sendNow(), other.sendNow()]);
    expect(phone.sent.flat().sort()).toEqual(["a", "b"]);
  });

  it("see what the other has changed as soon as the browser tells", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    await one.add(tapOf("a")).told;
    expect(looks(other)).toEqual(["a waiting"]);
    phone.answer = () => refused;
    await one.sendNow();
    other.changedElsewhere("q:0000000001:a");
    expect(looks(other)).toEqual(["a refused"]);
  });

  it("send each other's, and bring nothing back that the other has dropped", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    await one.add(tapOf("a")).told;
    await other.add(tapOf("b")).told;
    expect(other.list()).toHaveLength(2);
    void other.drop("a");
    await one.sendNow();
    expect([...phone.storage.keys()]).toEqual(["q:0000000002:b"]);
    phone.answer = () => done;
    await one.sendNow();
    expect([phone.confirmed, other.list()]).toEqual([["b"], expect.anything()]);
  });
});

it("forgets what was refused of a form that is sent as another command about the same thing", async () => {
  const phone = givenPhone();
  phone.answer = () => refused;
  const queue = createQueue(phone.ports());
  const x = { draft: "draft:x", params: { visitId: "x" } };
  await queue.add(tapOf("a", x)).told;
  await queue.add(tapOf("b", { draft: "draft:y", params: { visitId: "y" } })).told;
  phone.answer = () => done;
  await queue.add(tapOf("c", x)).told;
  expect(looks(queue)).toEqual(["b refused"]);
});

it("keeps what was refused of something new, where another tab has begun another one under the same name", async () => {
  const phone = givenPhone();
  phone.answer = () => refused;
  const queue = createQueue(phone.ports());
  await queue.add(tapOf("a", { draft: "draft:sale:haiyue" })).told;
  phone.answer = () => done;
  await queue.add(tapOf("b", { draft: "draft:sale:haiyue" })).told;
  expect(looks(queue)).toEqual(["a refused"]);
});
