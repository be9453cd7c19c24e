/**
 * A program that npm run dev has ready before an edit: what takes longest to load, the packages, is loaded, and the code of the edit
 * is run when it is there.
 *   node whenTold.cjs <program> <package>...
 */
const [program, ...packages] = process.argv.slice(2);
const run = (settings = {}) => {
  Object.assign(process.env, settings);
  require(program);
};

// Started again after a crash, it has been told already.
if (process.env.WHEN_TOLD !== "1") run();
else {
  for (const name of packages) {
    try {
      require(name);
    } catch {
      // Its program says so, if it still needs it.
    }
  }
  // Waiting for its parent alone would not keep it alive.
  const waiting = setInterval(() => undefined, 60_000);
  process.once("message", ({ settings }) => {
    clearInterval(waiting);
    run(settings);
  });
}
