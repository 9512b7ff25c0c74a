// Live pages: when the server says that something changed, the part that shows it is fetched again. Pages work without this.
"use strict";
const root = document.documentElement;
try {
  const theme = localStorage.getItem("vigie-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {}
for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("vigie-theme", root.dataset.theme);
    } catch {}
  });
}

/** Calls `refresh` after each change, at most once a second, and once more where one came meanwhile. */
function follow(url, refresh) {
  let timer = 0;
  const feed = new EventSource(url);
  const soon = () => {
    if (timer) return;
    timer = setTimeout(async () => {
      timer = 0;
      await refresh().catch(() => {});
    }, 400);
  };
  feed.addEventListener("change", soon);
  feed.addEventListener("open", soon);
  addEventListener("pagehide", () => feed.close());
}

const board = document.getElementById("board");
if (board) {
  let shown = "";
  follow(board.dataset.feed, async () => {
    const answer = await fetch(board.dataset.fragment, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const html = await answer.text();
    if (html !== shown) board.innerHTML = shown = html;
  });
}
const waiting = document.querySelector("[data-reload]");
if (waiting) {
  follow(waiting.dataset.reload, async () => {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("content").innerHTML = fresh.getElementById("content").innerHTML;
  });
}
