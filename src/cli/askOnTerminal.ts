import { createInterface } from "node:readline";
import { InputError } from "./UsageError.ts";

/**
 * Asks one question on the terminal. What is asked goes to standard error: standard output is the answer's.
 *
 * @throws {InputError} the input ended
 */
export function askOnTerminal(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stderr });
  return new Promise((resolve, reject) => {
    line.on("close", () => reject(new InputError("the input ended: nothing was written")));
    line.question(question, (answer) => {
      resolve(answer.trim());
      line.close();
    });
  });
}
