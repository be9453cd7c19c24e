import { act, fireEvent, render, screen } from "@testing-library/react";
import { ApiError } from "@/api/apiError";
import { addContact } from "@/api/customers";
import { NewPeople } from "@/pages/field/visit/NewPeople";

jest.mock("@tarojs/taro", () => jest.requireActual<object>("../../support/fakeTaro"));
jest.mock("@/api/customers", () => ({ addContact: jest.fn(() => Promise.resolve({ customerId: "c", revision: 2 })) }));
let known: readonly string[] | null = ["张主任"];
jest.mock("@/features/customers/useContactNames", () => ({ useKnownNames: () => known }));

const shown = (peopleMet: string | null) => render(<NewPeople visit={{ customerId: "c", peopleMet }} />);

it("whom the client does not know becomes a contact by one tap", async () => {
  known = ["张主任"];
  shown("张主任、李护士长");
  await act(async () => void fireEvent.click(screen.getByText("把「李护士长」加到联系人")));
  expect(addContact).toHaveBeenCalledWith("c", expect.objectContaining({ name: "李护士长" }));
});

it("another one is another command, also after an answer that was lost", async () => {
  known = [];
  jest.mocked(addContact).mockClear();
  jest.mocked(addContact).mockRejectedValueOnce(new ApiError("network", "lost"));
  shown("张主任、李护士长");
  for (const name of ["张主任", "李护士长"])
    await act(async () => void fireEvent.click(screen.getByText(`把「${name}」加到联系人`)));
  const [first, second] = jest.mocked(addContact).mock.calls.map(([, { commandId }]) => commandId);
  expect(second).not.toBe(first);
});

it("the same one tried again is the same command", async () => {
  known = [];
  jest.mocked(addContact).mockClear();
  jest.mocked(addContact).mockRejectedValueOnce(new ApiError("network", "lost"));
  shown("张主任");
  for (const _ of [1, 2]) await act(async () => void fireEvent.click(screen.getByText("把「张主任」加到联系人")));
  expect(new Set(jest.mocked(addContact).mock.calls.map(([, { commandId }]) => commandId)).size).toBe(1);
});

it.each<[string, string | null, readonly string[] | null]>([
  ["whom the client knows", "张主任", ["张主任"]],
  ["nobody", null, ["张主任"]],
  ["people of a client that is none of mine", "李护士长", null],
])("a record that names %s proposes nobody", (_, people, names) => {
  known = names;
  expect(shown(people).container.textContent).toBe("");
});
