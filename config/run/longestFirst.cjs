/**
 * The order in which jest begins test files. Its own is by size of file until it has seen how long they take, which a clean clone has
 * not: a long one that is begun last is then waited for alone.
 */
const { readFileSync, statSync } = require("node:fs");
const path = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

// A line of a test in a browser takes longer than one of the domain.
const weights = [
  [/[\\/]h5[\\/](edits|everyPage)/, 100],
  [/[\\/](h5|gallery|processes)[\\/]/, 30],
  [/[\\/](weapp|journeys|outbox|migrations)[\\/]/, 10],
  [/[\\/]server[\\/]/, 4],
];

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const weight = new Map([...tests].map((test) => [test, weightOf(test.path)]));
    return [...tests].sort((a, b) => weight.get(b) - weight.get(a));
  }
};

function weightOf(file) {
  const [, factor] = weights.find(([where]) => where.test(file)) ?? [null, 1];
  const isGroup = path.basename(path.dirname(path.dirname(file))) === "groups";
  return factor * (isGroup ? bytesOfGroup(file) : statSync(file).size);
}

function bytesOfGroup(file) {
  const members = [...readFileSync(file, "utf8").matchAll(/require\("([^"]+)"\)/g)];
  return members.reduce((sum, [, member]) => sum + statSync(path.resolve(path.dirname(file), member)).size, 0);
}
