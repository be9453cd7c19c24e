import { commandWith, type OperatorCommand } from "../../server/cli/operator/operatorCommand";
import type { TestApp } from "./startTestApp";

export interface Answer {
  code: number;
  said: string;
  complained: string;
}

/**
 * A command of whoever runs the server, in this process and by the clock of the app that runs. As a program of its own each
 * command is tried in tests/server/run.
 */
export async function operate<Request>(
  { deps }: TestApp,
  command: OperatorCommand<Request>,
  args: string[],
): Promise<Answer> {
  const lines: string[] = [];
  const complaints: string[] = [];
  const say = (line: string) => void lines.push(`${line}\n`);
  const complain = (line: string) => void complaints.push(`${line}\n`);
  const code = await commandWith(command, args, { deps, demoClock: null, say, complain });
  return { code, said: lines.join(""), complained: complaints.join("") };
}
