// Part of the page that `npm run dev` builds, and of no other: loads it again when an edit can be seen.
let version = "";
new EventSource("/dev/edits").onmessage = (event) => {
  const now = String(event.data);
  if (version !== "" && version !== now) location.reload();
  version = now;
};
