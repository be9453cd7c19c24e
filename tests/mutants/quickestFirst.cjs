/**
 * The order in which a deliberate change meets the tests: the run ends with the first that fails, so those that look at one case come before
 * those that try hundreds, and of each kind the shorter before the longer.
 */
const { readFileSync } = require("node:fs");
const { default: Sequencer } = require("@jest/test-sequencer");

module.exports = class QuickestFirst extends Sequencer {
  sort(tests) {
    const cost = new Map(
      [...tests].map((test) => {
        const source = readFileSync(test.path, "utf8");
        return [test, source.length + (/\bfc\./.test(source) ? 1_000_000 : 0)];
      }),
    );
    return [...tests].sort((a, b) => cost.get(a) - cost.get(b));
  }
};
