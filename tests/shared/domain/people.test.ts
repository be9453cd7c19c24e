import { contactsNamed, namesIn, strangersIn, withPerson } from "@shared/domain/people";

it("people that were met are named one after the other, however they were typed", () => {
  expect(namesIn(" 张主任、李工,王总； ")).toEqual(["张主任", "李工", "王总"]);
});

it("somebody is added to those who were typed", () => {
  expect(withPerson("门卫老周", "张主任")).toBe("门卫老周、张主任");
});

it("somebody who is among them is taken out", () => {
  expect(withPerson("张主任、门卫老周", "张主任")).toBe("门卫老周");
});

it("whoever has a longer name of the same beginning stays", () => {
  expect(withPerson("张主任助理", "张主任")).toBe("张主任助理、张主任");
});

describe("of the people of a record", () => {
  const zhang = { contactId: "p-1", name: "张主任" };
  const wang = { contactId: "p-2", name: "王医生" };

  it("those are contacts whom the client knows by that name, each once", () => {
    expect(contactsNamed("张主任、门卫老周、张主任", [zhang, wang])).toEqual([zhang]);
  });

  it("nobody is taken for one of two contacts of the same name", () => {
    expect(contactsNamed("王医生", [wang, { contactId: "p-3", name: "王医生" }])).toEqual([]);
  });

  it("the others are strangers, each once", () => {
    expect(strangersIn("张主任、门卫老周、门卫老周", ["张主任"])).toEqual(["门卫老周"]);
  });
});
