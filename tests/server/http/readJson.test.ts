import { AppError } from "@shared/errors";
import { readJson } from "../../../server/http/readJson";
import { readQuery } from "../../../server/http/readQuery";
import { repeatedKeys } from "../../../server/http/repeatedKeys";

const faultsOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return error.details.fields ?? error.code;
    throw error;
  }
};

describe("keys that stand in an object twice", () => {
  it.each<[string, string[]]>([
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":1}', ["a"]],
    ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', []],
    ['{"a":{"b":1,"b":2}}', ["a.b"]],
    ['{"a":[{"b":1},{"c":1,"c":2}]}', ["a.1.c"]],
    ['[{"a":1,"a":2}]', ["0.a"]],
    ['{"a":1,"\\u0061":2}', ["a"]],
    ['{"a\\"b":1,"a\\"b":2}', ['a"b']],
    ['{"":1,"":2}', [""]],
    ['{"a":"a","b":"\\"a\\":1","c":"{\\"a\\":1,\\"a\\":2}"}', []],
    ['{"a":"\\\\","a":1}', ["a"]],
    ['{"x":["a","a"],"a":"a"}', []],
    ['{ "a" : 1 ,\n\t"a" : 2 }', ["a"]],
    ['{"__proto__":1,"__proto__":2}', ["__proto__"]],
    ['{"a":1,"a":2,"a":3}', ["a", "a"]],
    ['"a"', []],
    ["7", []],
  ])("%s: %j", (json, expected) => {
    expect(repeatedKeys(json)).toEqual(expected);
  });

  it("are looked for in 256 KB of opening brackets without losing the way", () => {
    const depth = 100_000;
    expect(repeatedKeys(`${"[".repeat(depth)}{"a":1,"a":2}${"]".repeat(depth)}`)).toHaveLength(1);
  });
});

describe("bytes that are no UTF-8", () => {
  const body = (bytes: number[]) =>
    Buffer.concat([Buffer.from('{"name":"a'), Buffer.from(bytes), Buffer.from('","rest":[1]}')]);

  it.each<[string, number[]]>([
    ["a lone byte", [0x80]],
    ["an overlong form", [0xe0, 0x80, 0xaf]],
    ["half a character of two", [0xed, 0xbf, 0xbf]],
    ["a character that breaks off", [0xf0, 0x9f, 0x98]],
    ["beyond Unicode", [0xf5, 0x80, 0x80, 0x80]],
    ["GBK", [0xba, 0xa3]],
  ])("are refused with their field: %s", (_what, bytes) => {
    expect(faultsOf(() => readJson(body(bytes)))).toEqual([{ field: "name", code: "text.notUtf8" }]);
  });

  it("are refused in a key, and outside of texts", () => {
    const inKey = Buffer.concat([Buffer.from('{"a'), Buffer.from([0xff]), Buffer.from('":1}')]);
    expect(faultsOf(() => readJson(inKey))).toMatchObject([{ code: "text.notUtf8" }]);
    expect(faultsOf(() => readJson(Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])))).toBe("body.malformed");
  });

  it("do not include what is", () => {
    expect(readJson(Buffer.from('{"name":"小王 👨‍💻 \\u00e9"}'))).toEqual({ name: "小王 👨‍💻 é" });
    expect(readJson(Buffer.alloc(0))).toBeUndefined();
  });
});

it("a body that begins with a byte order mark is refused", () => {
  expect(faultsOf(() => readJson(Buffer.from("\uFEFF{}")))).toBe("body.malformed");
});

describe("parameters of an address", () => {
  it.each<[string, unknown]>([
    ["", {}],
    ["view=mine&cursor=a%2Bb", { view: "mine", cursor: "a+b" }],
    ["a=1+2", { a: "1 2" }],
    ["a=1&&b=", { a: "1", b: "" }],
    ["a=1&a=1", [{ field: "a", code: "parameter.repeated" }]],
    ["a=1&%61=2", [{ field: "a", code: "parameter.repeated" }]],
    ["a=%FF", [{ field: "a", code: "text.notUtf8" }]],
    ["a=%E6%B5", [{ field: "a", code: "text.notUtf8" }]],
    ["a=%C0%AF", [{ field: "a", code: "text.notUtf8" }]],
    ["a=%ED%A0%80", [{ field: "a", code: "text.notUtf8" }]],
    ["a=%", [{ field: "a", code: "text.notUtf8" }]],
    ["%FF=1", [{ field: "%FF", code: "text.notUtf8" }]],
  ])("%j", (querystring, expected) => {
    expect(faultsOf(() => readQuery(querystring))).toEqual(expected);
  });

  it("reach into no prototype", () => {
    expect(Object.getPrototypeOf(readQuery("__proto__=1"))).toBe(Object.prototype);
    expect(Object.keys(readQuery("__proto__=1&constructor=2"))).toEqual(["__proto__", "constructor"]);
  });
});
