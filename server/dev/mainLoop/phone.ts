import { operations, type OperationId } from "@shared/api/operations";
import { contracts, type AnswerOf, type BodyOf, type Contract, type ParamsOf, type QueryOf } from "@shared/contracts";

/** One person's way to the product: typed by the operations and their contracts, which every answer is held against. */
export interface Phone {
  call<Id extends OperationId>(id: Id, input: ParamsOf<Id> & QueryOf<Id>, body?: BodyOf<Id>): Promise<AnswerOf<Id>>;
}

/** @param identity headers that say who is calling */
export function phoneOf(productUrl: string, identity: Record<string, string>): Phone {
  return {
    async call<Id extends OperationId>(id: Id, input: ParamsOf<Id> & QueryOf<Id>, body?: BodyOf<Id>) {
      const { method, path } = operations[id];
      const values = new Map(Object.entries(input as Record<string, string>)); // params and query are text on the wire
      const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
        const value = values.get(name) ?? "";
        values.delete(name);
        return encodeURIComponent(value);
      });
      const search = new URLSearchParams([...values]).toString();
      const response = await fetch(`${productUrl}${filled}${search && `?${search}`}`, {
        method,
        headers: { ...identity, ...(body !== undefined && { "Content-Type": "application/json" }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
      const contract: Contract = contracts[id];
      // The contract's schema is that of this operation; its type is lost where contracts are looked up by id.
      return (contract.answer ? contract.answer.parse(await response.json()) : undefined) as AnswerOf<Id>;
    },
  };
}
