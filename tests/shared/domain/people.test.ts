import { namesIn, withPerson } from "@shared/domain/people";

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
