import type { Failure } from "@/ui";
import type { ExampleWords } from "../examples";

const none = { reference: null, noRight: false, gone: false, offline: false, mayRetry: false };

export const offline = ({ t }: ExampleWords): Failure => ({
  ...none,
  sentence: t.errors.network,
  offline: true,
  mayRetry: true,
});

export const refused = ({ t }: ExampleWords): Failure => ({
  ...none,
  sentence: t.errors["customer.sharesWrong"],
  reference: "7f3a2291-5c1e-4b8f-9d20-6a1b3c4d5e6f",
});

export const gone = ({ t }: ExampleWords): Failure => ({ ...none, sentence: t.errors["customer.unknown"], gone: true });

export const noRight = ({ t }: ExampleWords): Failure => ({ ...none, sentence: t.common.noRight.title, noRight: true });
