import { createQueue } from "@/features/queue/createQueue";
import { givenPhone, NotReached, RefusedWhole, tapOf } from "./givenQueue";

const done = { status: 200, body: { ok: true } };
const refused = { status: 422, body: { code: "sale.tooOld", requestId: "r1", fields: [] } };
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

  it("is asked again where its answer was lost, or was somebody else's", async () => {
    const phone = givenPhone();
    const queue = createQueue(phone.ports());
    for (const answer of [null, { status: 200, body: { html: true } }, { status: 503, body: {} }]) {
      phone.answer = () => answer;
      await queue.add(tapOf("a")).told;
      expect(looks(queue)).toEqual(["a waiting"]);
    }
    phone.answer = () => done;
    await queue.sendNow();
    expect(phone.confirmed).toEqual(["a"]);
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

  it("is dropped by the person's word alone", async () => {
    const phone = givenPhone();
    phone.answer = () => refused;
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    queue.drop("a");
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

describe("another person on this phone", () => {
  it("sees nothing of the first one's, sends nothing of it, and takes nothing away", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(tapOf("a")).told;
    phone.owner = "xiaoli";
    phone.answer = () => done;
    await queue.sendNow();
    queue.drop("a");
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
  it("send each other's, and bring nothing back that the other has dropped", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    const [one, other] = [createQueue(phone.ports()), createQueue(phone.ports())];
    await one.add(tapOf("a")).told;
    await other.add(tapOf("b")).told;
    expect(other.list()).toHaveLength(2);
    other.drop("a");
    await one.sendNow();
    expect([...phone.storage.keys()]).toEqual(["q:0000000002:b"]);
    phone.answer = () => done;
    await one.sendNow();
    expect([phone.confirmed, other.list()]).toEqual([["b"], expect.anything()]);
  });
});
