import { createQueue } from "@/features/queue/createQueue";
import { givenPhone, NotReached, photoOf, tapOf, Unreadable } from "./givenQueue";

const withPhoto = (commandId: string, more: Parameters<typeof tapOf>[1] = {}) =>
  tapOf(commandId, {
    body: { tap: commandId, photoId: `p${commandId}`, photoHash: "h" },
    files: [photoOf(`p${commandId}`)],
    ...more,
  });
const unknown = { status: 404, body: { code: "file.unknown" } };
const done = { status: 200, body: { ok: true } };

describe("a tap with a photo", () => {
  it("goes once its photo has arrived, which is then taken off the phone", async () => {
    const phone = givenPhone();
    await createQueue(phone.ports()).add(withPhoto("a")).told;
    expect([phone.photosSent, phone.sent, phone.photosForgotten]).toEqual([["pa"], [["a"]], ["pa"]]);
  });

  it("waits with its photo on the phone without a network, through the end of the program", async () => {
    const phone = givenPhone();
    phone.photo = () => new NotReached();
    await createQueue(phone.ports()).add(withPhoto("a")).told;
    expect([phone.sent, phone.photosForgotten]).toEqual([[], []]);
    phone.photo = () => true;
    await createQueue(phone.ports()).sendNow();
    expect([phone.photosSent, phone.confirmed, phone.photosForgotten]).toEqual([["pa"], ["a"], ["pa"]]);
  });

  it("sends its photo once where the program ends between the two", async () => {
    const phone = givenPhone();
    phone.answer = () => new NotReached();
    await createQueue(phone.ports()).add(withPhoto("a")).told;
    phone.answer = () => done;
    await createQueue(phone.ports()).sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["pa"], ["a"]]);
  });

  it("keeps no other client's tap waiting", async () => {
    const phone = givenPhone();
    phone.photo = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(withPhoto("a")).told;
    await queue.add(tapOf("b")).told;
    expect(phone.confirmed).toEqual(["b"]);
  });

  it("is before what its client gets later", async () => {
    const phone = givenPhone();
    const queue = createQueue(phone.ports());
    queue.add(withPhoto("a", { lane: "haiyue" }));
    await queue.add(tapOf("b", { lane: "haiyue" })).told;
    expect(phone.confirmed).toEqual(["a", "b"]);
  });

  it("sends its photo once more where the server has erased it meanwhile", async () => {
    const phone = givenPhone();
    phone.answer = () => unknown;
    const queue = createQueue(phone.ports());
    await queue.add(withPhoto("a")).told;
    expect(queue.list()).toMatchObject([{ look: "waiting" }]);
    phone.answer = () => done;
    await queue.sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["pa", "pa"], ["a"]]);
  });

  it.each([
    ["whose photo the phone has lost", () => false],
    ["whose photo cannot be read", () => new Unreadable()],
  ])("%s waits for its person, who sends it without", async (_, photo) => {
    const phone = givenPhone();
    phone.photo = photo;
    phone.answer = (item) => ("photoId" in item.body ? unknown : done);
    const queue = createQueue(phone.ports());
    await queue.add(withPhoto("a")).told;
    expect(queue.list()).toMatchObject([{ look: "refused" }]);
    await queue.retryWithoutFiles("a");
    expect([phone.confirmed, phone.photosForgotten]).toEqual([["a"], ["pa"]]);
  });

  it("that is dropped or signed out of takes its photo along", async () => {
    const phone = givenPhone();
    phone.photo = () => new NotReached();
    const queue = createQueue(phone.ports());
    await Promise.all(["a", "b", "c"].map((id) => queue.add(withPhoto(id)).told));
    await queue.drop("b");
    expect(phone.photosForgotten).toEqual(["pb"]);
    queue.dropAll();
    expect(phone.photosForgotten).toEqual(["pb", "pa", "pc"]);
  });

  it("that is said anew with another photo leaves the first one nowhere", async () => {
    const phone = givenPhone();
    phone.photo = () => new NotReached();
    const queue = createQueue(phone.ports());
    await queue.add(withPhoto("a")).told;
    await queue.add(withPhoto("a", { files: [photoOf("p2")] })).told;
    expect([phone.photosForgotten, [...queue.fileIds()]]).toEqual([["pa"], ["p2"]]);
  });
});

describe("a tap whose photo the phone had no room for", () => {
  /** Taken in one tab, without a network; the other tab has its command from the storage. */
  const inTwoTabs = async () => {
    const phone = givenPhone();
    phone.photo = () => new NotReached();
    const taker = createQueue(phone.ports());
    await taker.add(withPhoto("a", { files: [photoOf("pa", { isKept: false })] })).told;
    phone.photo = () => true;
    phone.answer = ({ files: [photo], body }) =>
      "photoId" in body && !phone.photosSent.includes(photo?.fileId ?? "") ? unknown : done;
    const { files, ...ports } = phone.ports();
    const other = createQueue({ ...ports, files: { ...files, send: () => Promise.resolve(false) } });
    await other.sendNow();
    return { phone, taker, other };
  };

  it("is left by another tab to the one that has it", async () => {
    const { phone, taker, other } = await inTwoTabs();
    expect([phone.sent, other.list()]).toMatchObject([[], [{ look: "waiting", lacksFile: true }]]);
    expect(taker.list()).toMatchObject([{ lacksFile: false }]);
    await taker.sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["pa"], ["a"]]);
  });

  it("goes without it from another tab by its person's word", async () => {
    const { phone, other } = await inTwoTabs();
    await other.retryWithoutFiles("a");
    expect([phone.photosSent, phone.confirmed]).toEqual([[], ["a"]]);
  });

  it("goes from another tab as soon as its photo has gone", async () => {
    const { phone, taker, other } = await inTwoTabs();
    phone.answer = () => new NotReached();
    await taker.sendNow();
    phone.answer = () => done;
    other.changedElsewhere(null);
    await other.sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["pa"], ["a"]]);
  });
});

describe("a record with several files", () => {
  const withTwo = (commandId: string) =>
    tapOf(commandId, {
      body: {
        answers: [
          { stepId: "shelf", value: "", files: [{ fileId: "p1" }, { fileId: "p2" }] },
          { stepId: "note", value: "有" },
        ],
      },
      files: [photoOf("p1"), photoOf("p2")],
    });
  const missing = (fileId: string) => ({ status: 404, body: { code: "file.unknown", fileId } });

  it("goes once all of them have arrived", async () => {
    const phone = givenPhone();
    await createQueue(phone.ports()).add(withTwo("a")).told;
    expect([phone.photosSent, phone.sent, phone.photosForgotten]).toEqual([["p1", "p2"], [["a"]], ["p1", "p2"]]);
  });

  it("goes on with the one that is missing where the network broke off between two", async () => {
    const phone = givenPhone();
    phone.photo = ({ fileId }) => (fileId === "p2" ? new NotReached() : true);
    await createQueue(phone.ports()).add(withTwo("a")).told;
    expect(phone.sent).toEqual([]);
    phone.photo = () => true;
    await createQueue(phone.ports()).sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["p1", "p2"], ["a"]]);
  });

  it("sends the one again that the server says it has not got", async () => {
    const phone = givenPhone();
    phone.answer = () => missing("p2");
    const queue = createQueue(phone.ports());
    await queue.add(withTwo("a")).told;
    phone.answer = () => done;
    await queue.sendNow();
    expect([phone.photosSent, phone.confirmed]).toEqual([["p1", "p2", "p2"], ["a"]]);
  });

  it("goes without the one that this phone has lost, as its person wants, and with the others", async () => {
    const phone = givenPhone();
    phone.photo = ({ fileId }) => fileId !== "p2";
    phone.answer = (item) => (JSON.stringify(item.body).includes("p2") ? missing("p2") : done);
    const queue = createQueue(phone.ports());
    await queue.add(withTwo("a")).told;
    expect(queue.list()).toMatchObject([{ look: "refused" }]);
    await queue.retryWithoutFiles("a");
    expect([phone.confirmed, phone.photosForgotten]).toEqual([["a"], ["p2", "p1"]]);
  });

  it("goes without the one that another tab had, as its person wants, and with the others", async () => {
    const phone = givenPhone();
    const bodies: object[] = [];
    phone.photo = ({ fileId }) => fileId !== "p2";
    phone.answer = ({ body }) => {
      bodies.push(body);
      return done;
    };
    const queue = createQueue(phone.ports());
    const { files = [], ...record } = withTwo("a");
    await queue.add({ ...record, files: files.map((file) => ({ ...file, isKept: file.fileId !== "p2" })) }).told;
    expect(queue.list()).toMatchObject([{ lacksFile: true }]);
    await queue.retryWithoutFiles("a");
    expect([phone.photosSent, bodies]).toEqual([
      ["p1"],
      [
        {
          answers: [
            { stepId: "shelf", value: "", files: [{ fileId: "p1" }] },
            { stepId: "note", value: "有" },
          ],
        },
      ],
    ]);
  });

  it("leaves a step out that had nothing but what is lost", async () => {
    const phone = givenPhone();
    const bodies: object[] = [];
    phone.photo = () => false;
    phone.answer = (item) => {
      bodies.push(item.body);
      return JSON.stringify(item.body).includes("fileId") ? unknown : done;
    };
    const queue = createQueue(phone.ports());
    await queue.add(withTwo("a")).told;
    await queue.retryWithoutFiles("a");
    expect(bodies.at(-1)).toEqual({ answers: [{ stepId: "note", value: "有" }] });
  });
});

it("a record goes without what was spoken where this phone has lost it", async () => {
  const phone = givenPhone();
  const bodies: object[] = [];
  phone.photo = () => false;
  phone.answer = ({ body }) => {
    bodies.push(body);
    return JSON.stringify(body).includes("fileId") ? unknown : done;
  };
  const queue = createQueue(phone.ports());
  await queue.add(tapOf("a", { body: { record: "有", voice: { fileId: "v1" } }, files: [photoOf("v1")] })).told;
  await queue.retryWithoutFiles("a");
  expect(bodies.at(-1)).toEqual({ record: "有", voice: null });
});

it("a tap that a version of before has kept goes with its photo", async () => {
  const phone = givenPhone();
  const { files, ...before } = withPhoto("a");
  const kept = { ...before, owner: "xiaowang", tries: 0, isUnsure: false, state: "waiting", photo: files?.[0] };
  phone.storage.set("q:0000000001:a", kept);
  await createQueue(phone.ports()).sendNow();
  expect([phone.photosSent, phone.confirmed]).toEqual([["pa"], ["a"]]);
});

it("the room for photos is said to be little before there is none", async () => {
  const phone = givenPhone();
  phone.photo = () => new NotReached();
  const queue = createQueue(phone.ports());
  await queue.add(withPhoto("a", { files: [photoOf("pa", { bytes: 8_500 })] })).told;
  expect([queue.room(), queue.hasRoomForFile(1_000), queue.hasRoomForFile(2_000)]).toEqual(["little", true, false]);
});
