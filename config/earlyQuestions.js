// Asks the server what the first page shows while the program is still on its way: this file is small and comes before it. The program
// takes the answers (miniapp/platform/http/index.h5.ts) and looks at them as at any other. Written into the build by
// preloadFirstPage.ts, with what is asked in place of QUESTIONS; nobody compiles it, so it is in the words of the oldest browser.

(() => {
  const { page, addresses, ofRep, headers } = QUESTIONS;
  const present = location.hash.slice(1).split("?")[0];
  const isFirstPage = present.length < 2 || present === page;
  // For whoever has signed out nothing is asked, also before the server has heard of it.
  if (!isFirstPage || localStorage.getItem("session:leaving")) return;

  const moment = () => ({ countedMs: performance.now(), wallMs: Date.now() });
  const ask = (address) => {
    const sentAt = moment();
    const read = (answer) => answer.text().then((text) => ({ answer, text, sentAt, receivedAt: moment() }));
    const early = fetch(address, { credentials: "same-origin", headers }).then(read);
    // The program asks again where this came to nothing.
    early.catch(() => {});
    return early;
  };
  // Who was here when it was asked, for the program to see whether somebody else has come in by another tab meanwhile.
  const who = localStorage.getItem("session:who");
  window.earlyAsker = who;
  window.earlyAnswers = {};
  // Whoever is known not to be a rep is not asked about clients.
  const asked = !who || /"roles":\[[^\]]*"rep"/.test(who) ? addresses.concat(ofRep) : addresses;
  for (const address of asked) window.earlyAnswers[address] = ask(address);
})();
