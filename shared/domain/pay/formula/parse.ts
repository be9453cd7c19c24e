import { decimal, exactOfInt, times, TooLarge, type Exact } from "../numbers/number";
import type { ArithmeticSign, ComparisonSign, FormulaNode, Place } from "./ast";
import { FormulaError, type FormulaErrorCode } from "./formulaError";
import { argumentsOf, functionNamed, type FunctionName } from "./functions";
import { type Token, tokensOf } from "./tokens";

export const formulaLimits = { charactersMax: 2_000, nodesMax: 500, depthMax: 32 };

/** How strongly a sign binds; comparisons bind alike and do not chain. */
const bindings: Record<string, number> = {
  或: 1,
  or: 1,
  且: 2,
  and: 2,
  "<": 4,
  "≤": 4,
  ">": 4,
  "≥": 4,
  "=": 4,
  "≠": 4,
  "+": 5,
  "−": 5,
  "×": 6,
  "÷": 6,
};
const comparisonBinding = 4;
const notBinding = 3;
const negativeBinding = 7;

const isNot = (text: string): boolean => text === "非" || text.toLowerCase() === "not";

/** Reads a formula. Whatever is wrong is a `FormulaError` with its place; nothing else is thrown. */
export function parseFormula(text: string): FormulaNode {
  const { charactersMax } = formulaLimits;
  if (text.length > charactersMax) {
    throw new FormulaError(
      "TOO_LONG",
      `公式最多 ${charactersMax} 个字符，现在有 ${text.length} 个`,
      charactersMax,
      text.length,
    );
  }
  const parser = new Parser(tokensOf(text));
  return parser.whole();
}

class Parser {
  private index = 0;
  private nodes = 0;
  private depth = 0;
  /** What stands in parentheses: its comparison is complete. */
  private readonly closed = new Set<FormulaNode>();

  constructor(private readonly tokens: Token[]) {}

  whole(): FormulaNode {
    if (this.token().kind === "end") throw this.fault("EMPTY", "公式是空的", this.token());
    const node = this.expression(0);
    const rest = this.token();
    if (rest.kind !== "end") throw this.fault("UNEXPECTED_TOKEN", `「${rest.text}」前面少了运算符`, rest);
    return node;
  }

  private expression(binding: number): FormulaNode {
    this.depth += 1;
    if (this.depth > formulaLimits.depthMax) {
      throw this.fault("TOO_DEEP", `括号和函数最多套 ${formulaLimits.depthMax} 层`, this.token());
    }
    let left = this.prefix();
    for (;;) {
      const sign = this.token();
      const strength = this.bindingOf(sign);
      if (strength <= binding) break;
      if (strength === comparisonBinding && left.type === "comparison" && !this.closed.has(left)) {
        throw this.fault("CHAINED_COMPARISON", "比较不能连写，请用「且」连接两个比较", sign);
      }
      this.index += 1;
      left = this.counted(this.joined(sign, left, this.expression(strength)));
    }
    this.depth -= 1;
    return left;
  }

  private joined(sign: Token, left: FormulaNode, right: FormulaNode): FormulaNode {
    const place = { from: left.from, to: right.to };
    const strength = this.bindingOf(sign);
    if (strength <= 2) return { type: "logic", sign: strength === 1 ? "或" : "且", left, right, ...place };
    if (strength === comparisonBinding) {
      // The table of bindings holds exactly these six signs at this strength.
      return { type: "comparison", sign: sign.text as ComparisonSign, left, right, ...place };
    }
    return { type: "arithmetic", sign: sign.text as ArithmeticSign, left, right, ...place };
  }

  private prefix(): FormulaNode {
    const token = this.next();
    if (token.kind === "number") return this.counted(this.number(token));
    if (token.kind === "end") throw this.fault("UNEXPECTED_END", "公式没有写完", token);
    if (token.kind === "name") {
      if (this.token().text === "(" && functionNamed(token.text) !== null) return this.call(token);
      if (isNot(token.text)) {
        const of = this.expression(notBinding);
        return this.counted({ type: "not", of, from: token.from, to: of.to });
      }
      if (this.token().text === "(") throw this.fault("UNKNOWN_FUNCTION", `没有叫「${token.text}」的函数`, token);
      return this.counted({ type: "name", name: token.text, from: token.from, to: token.to });
    }
    if (token.text === "−" || token.text === "+") {
      const of = this.expression(negativeBinding);
      return token.text === "+" ? of : this.counted({ type: "negative", of, from: token.from, to: of.to });
    }
    if (token.text === "(") {
      const inner = this.expression(0);
      const closed = { ...inner, from: token.from, to: this.expect(")", token).to };
      this.closed.add(closed);
      return closed;
    }
    throw this.fault("UNEXPECTED_TOKEN", `「${token.text}」不能出现在这里`, token);
  }

  private call(named: Token): FormulaNode {
    const opening = this.next();
    // functionNamed has just found it.
    const name = functionNamed(named.text) as FunctionName;
    const args: FormulaNode[] = [];
    while (this.token().text !== ")" || args.length > 0) {
      args.push(this.expression(0));
      if (this.token().text !== ",") break;
      this.index += 1;
    }
    const closing = this.expect(")", opening);
    const { min, max } = argumentsOf(name);
    if (args.length < min || args.length > max) {
      const wanted = min === max ? `${min}` : `${min} 到 ${max}`;
      const message = `「${name}」要 ${wanted} 个参数，现在有 ${args.length} 个`;
      throw new FormulaError("ARGUMENT_COUNT", message, named.from, closing.to);
    }
    return this.counted({ type: "call", name, args, from: named.from, to: closing.to });
  }

  private number(token: Token & { kind: "number" }): FormulaNode {
    const factor = token.suffix.startsWith("万") ? "10000" : token.suffix.startsWith("亿") ? "100000000" : "1";
    const percent = token.suffix === "%" || token.suffix === "％";
    const unit = percent ? "ratio" : token.suffix.endsWith("元") ? "money" : "bare";
    try {
      const value: Exact = times(decimal(token.digits), percent ? decimal("0.01") : exactOfInt(Number(factor)));
      return { type: "number", value, unit, text: token.text, from: token.from, to: token.to };
    } catch (error) {
      if (error instanceof TooLarge) throw this.fault("TOO_LARGE", "这个数太长了", token);
      throw error;
    }
  }

  private expect(sign: string, opening: Place): Token {
    const token = this.next();
    if (token.text === sign && token.kind === "sign") return token;
    if (token.kind === "end") throw this.fault("UNEXPECTED_END", "这个括号没有合上", opening);
    throw this.fault("UNEXPECTED_TOKEN", `「${token.text}」前面少了运算符、逗号或右括号`, token);
  }

  private counted(node: FormulaNode): FormulaNode {
    this.nodes += 1;
    if (this.nodes > formulaLimits.nodesMax) {
      throw this.fault("TOO_MANY_NODES", `公式太长：最多 ${formulaLimits.nodesMax} 个数、名字和运算`, node);
    }
    return node;
  }

  private bindingOf(token: Token): number {
    if (token.kind !== "sign" && token.kind !== "name") return 0;
    const text = token.text.toLowerCase();
    return Object.prototype.hasOwnProperty.call(bindings, text) ? (bindings[text] ?? 0) : 0;
  }

  private token(): Token {
    // The last token is "end", and nothing reads past it.
    return this.tokens[Math.min(this.index, this.tokens.length - 1)] as Token;
  }

  private next(): Token {
    const token = this.token();
    this.index += 1;
    return token;
  }

  private fault(code: FormulaErrorCode, message: string, place: Place): FormulaError {
    return new FormulaError(code, message, place.from, place.to);
  }
}
