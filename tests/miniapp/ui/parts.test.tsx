import { isValidElement, type ReactNode } from "react";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { ratioOf } from "@shared/domain/moneyText";
import { FrameContext, useFrame } from "@/ui/frame";
import {
  Amount,
  Bullet,
  Button,
  Card,
  Choices,
  Formula,
  Percent,
  Row,
  Sheet,
  ShowsAmounts,
  TextArea,
  TextField,
  Toast,
  Trace,
  Words,
} from "@/ui";
import { unbroken } from "@/ui/text/unbroken";

/** As where somebody does not want amounts to be seen. */
function Hiding({ children }: { children: ReactNode }) {
  const frame = useFrame();
  return <FrameContext.Provider value={{ ...frame, amountsHidden: true }}>{children}</FrameContext.Provider>;
}

describe("A field for an amount", () => {
  const isSmall = (value: string) => {
    const { container } = render(<TextField id="a" kind="money" label="目标" value={value} onChange={() => {}} />);
    return container.querySelector(".input")?.classList.contains("input-long");
  };

  it("writes one that would not fit in smaller letters", () => {
    expect([isSmall("100,000.00"), isSmall("2,396,666.67"), isSmall("999,999,999.99")]).toEqual([false, true, true]);
  });
});

describe("An amount", () => {
  it("has two decimals, 元 and its state for whoever cannot see the mark", () => {
    render(<Amount fen={150_000} status="earned" signed />);
    expect(screen.getByLabelText("+1,500.00 元 已得")).toBeTruthy();
  });

  it("that was lost has a minus and no colour of its own", () => {
    const { container } = render(<Amount fen={-22_500} plain />);
    expect(container.textContent).toBe("−225.00 元");
  });

  it("that is hidden is dots for eyes and ears alike", () => {
    const { container } = render(<Amount fen={150_000} status="earned" />, { wrapper: Hiding });
    expect(container.textContent).not.toContain("1,500");
    expect(container.innerHTML).not.toContain("1,500");
  });

  it("that is hidden is hidden where a row has it as plain text, too", () => {
    const { container } = render(<Row text="待扣回" note="之前 350元" value="350元 改为 300元" />, { wrapper: Hiding });
    expect(container.textContent).toBe("待扣回之前 ••••元••••元 改为 ••••元");
  });

  it("that is hidden is hidden in every sentence and name, which say the rest", () => {
    const row = (
      <Row text="合同 1万元" note={<Words>分到 1,500.00</Words>} label="合同 1万元，分到 1,500.00" onTap={() => {}} />
    );
    const { container } = render(<Card title="超额奖金 500 元">{row}</Card>, { wrapper: Hiding });
    expect(container.innerHTML).not.toMatch(/1万|1,500|500/);
    expect(container.textContent).toBe("超额奖金 •••• 元合同 ••••元分到 ••••");
  });

  it("stays in what somebody does and decides on", () => {
    const button = <Button text="提交 1,500.00 元" onTap={() => {}} />;
    const decided = (
      <ShowsAmounts>
        <Amount fen={150_000} plain />
      </ShowsAmounts>
    );
    const { container } = render(
      <>
        {button}
        {decided}
      </>,
      { wrapper: Hiding },
    );
    expect(screen.getByRole("button", { name: "提交 1,500.00 元" })).toBeTruthy();
    expect(container.textContent).toBe("提交 1,500.00\u00a0元1,500.00 元");
  });
});

it("never shows 80% for 79.99%", () => {
  const { container } = render(<Percent ratio={ratioOf(7_999, 10_000)} edges={[{ n: 4, d: 5 }]} />);
  expect(container.textContent).toBe("79.99%");
});

it.each([
  [0.6, "60%", "100%"],
  [1, "100%", "100%"],
  // Longer than its target only where the result is.
  [1.25, "100%", "80%"],
])("draws a result of %d of its target as long as it is", (share, fillWidth, targetLeft) => {
  const { container } = render(<Bullet share={share} pace={0.5} targetText="" paceText={null} say="" />);
  const styleOf = (part: string) => container.querySelector<HTMLElement>(part)?.style;
  expect([styleOf(".bullet-fill")?.width, styleOf(".bullet-target")?.left]).toEqual([fillWidth, targetLeft]);
});

describe("Everything that can be tapped", () => {
  it("says what it is, what it is called and in which state", () => {
    render(<Row text="海岳机械" label="海岳机械，86 米，范围内" checked onTap={() => {}} opens={false} />);
    const radio = screen.getByRole("radio", { name: "海岳机械，86 米，范围内" });
    expect(radio.getAttribute("aria-checked")).toBe("true");
  });

  it("does nothing while it is disabled", () => {
    const tapped = jest.fn();
    render(<Button text="提交" onTap={tapped} disabled />);
    const button = screen.getByRole("button", { name: "提交" });
    fireEvent.click(button);
    expect(tapped).not.toHaveBeenCalled();
  });

  it("says that it is disabled", () => {
    render(<Button text="提交" onTap={() => undefined} disabled />);
    const button = screen.getByRole("button", { name: "提交" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
  });

  it("leaves what cannot be tapped without a role", () => {
    const { container } = render(<Row text="签单日" />);
    expect(container.querySelector("[role]")).toBeNull();
  });
});

it("offers every value of a formula, with the signs together", () => {
  const opened: number[] = [];
  const { container } = render(
    <Formula
      parts={[
        { text: "100,000.00", label: "金额" },
        { text: " × ", label: null },
        { text: "1.5%", label: "比例" },
        { text: " = ", label: null },
        { text: "1,500.00", label: null },
      ]}
      onTap={(index) => opened.push(index)}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: /^比例 1\.5%/ }));
  expect(opened).toEqual([2]);
  expect([...container.querySelectorAll(".formula-sign")].map((sign) => sign.textContent?.trim())).toEqual([
    "×",
    "= 1,500.00",
  ]);
});

it("shows what happened before what is still to come", () => {
  const { container } = render(
    <Trace
      steps={[
        { key: "visit", done: true, text: "3月24日 有效拜访", onTap: () => {} },
        { key: "closing", done: false, text: "3月 关账" },
      ]}
    />,
  );
  expect(screen.getAllByRole("listitem").map((step) => step.textContent)).toEqual(["3月24日 有效拜访", "3月 关账"]);
  expect(container.querySelectorAll(".trace-done")).toHaveLength(1);
});

it("opens a sheet as a dialog with a name and a way out", () => {
  const closed = jest.fn();
  render(
    <Sheet id="verdict" title="海岳机械" onClose={closed}>
      有效
    </Sheet>,
  );
  expect(screen.getByRole("dialog", { name: "海岳机械" }).getAttribute("aria-modal")).toBe("true");
  fireEvent.click(document.querySelector("#verdict-close") as Element);
  expect(closed).toHaveBeenCalled();
});

it("lets one of a few be chosen, all in sight", () => {
  const chosen: string[] = [];
  render(
    <Choices
      id="purpose"
      label="目的"
      value="followUp"
      options={[
        { value: "followUp", text: "回访" },
        { value: "payment", text: "收款" },
      ]}
      onChoose={(value) => chosen.push(value)}
    />,
  );
  fireEvent.click(screen.getByRole("radio", { name: "收款" }));
  expect(chosen).toEqual(["payment"]);
  expect(screen.getByRole("radiogroup", { name: "目的" })).toBeTruthy();
});

describe("A field", () => {
  it("says at once what is wrong with it", () => {
    render(<TextArea id="record" label="客户说了什么" value="" lengthMax={500} fault="写一句" onChange={() => {}} />);
    expect(screen.getByRole("alert").textContent).toBe("写一句");
  });

  it("that is required says so to screen readers", () => {
    render(<TextField id="amount" label="金额" required value="" onChange={() => {}} />);
    expect(screen.getByLabelText("金额，必填")).toBeTruthy();
  });
});

describe("A toast", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it("gives ten seconds to take something back, then goes", () => {
    const gone = jest.fn();
    render(<Toast text="已提交" onUndo={() => {}} onGone={gone} />);
    expect(screen.getByRole("button", { name: "撤回" }).textContent).toBe("撤回（10 秒）");
    for (let second = 0; second < 10; second += 1) act(() => jest.advanceTimersByTime(1000));
    expect(gone).toHaveBeenCalledTimes(1);
  });
});

it("keeps a number with its unit", () => {
  const { container } = render(<Words>再签 166,666.67 元就到目标</Words>);
  expect(container.textContent).toBe("再签 166,666.67\u00a0元就到目标");
});

it.each([
  ["3月26日 16:05 提交", ["3月26日"]],
  ["到2026年3月1日 为止", ["2026年", "3月1日"]],
  ["再签 10万元，还差 2.5万元", ["10万元", "2.5万元"]],
  ["剩 5 小时，已有3个人，−225元", ["5 小时", "3个", "−225元"]],
  ["16:05 提交，还有 3 个工作日", ["3 个"]],
  ["没有数字", []],
  ["100%", []],
])("ends no line within a day or a number and its word: %s", (text, wholes) => {
  const parts = [unbroken(text)].flat();
  expect(parts.flatMap((part) => (isValidElement<{ children: string }>(part) ? [part.props.children] : []))).toEqual(
    wholes,
  );
});

// Held to its time a day breaks within itself: 3月26, and 日 16:05 on the next line.
it("lets a line end between a day and its time", () => {
  const { container } = render(<Words>海岳机械 · 3月26日 16:05</Words>);
  expect(container.textContent).toBe("海岳机械 · 3月26日 16:05");
});
