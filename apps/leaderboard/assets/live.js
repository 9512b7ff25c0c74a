// What pages do beyond their HTML, which works without it: theme, language, times in the visitor's zone, the countdown,
// and live parts, which are fetched again when the server says that something changed.
"use strict";
const root = document.documentElement;
const french = root.lang.startsWith("fr");
const remember = (name, value) => {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};
const theme = remember("vigie-theme");
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

function switches() {
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      remember("vigie-theme", root.dataset.theme);
    });
  }
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", () => {
      document.cookie = `vigie-lang=${link.dataset.language}; path=/; max-age=31536000; samesite=lax`;
    });
  }
  document.querySelector("[data-focus]")?.focus();
}

/** Times of another zone become the visitor's own; the event's stays in the title. */
function ownTimes() {
  const { zone, eventTime } = document.body.dataset;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (own === zone) return;
  for (const time of document.querySelectorAll("time:not([data-own])")) {
    const at = new Date(time.dateTime);
    time.dataset.own = "";
    time.title = `${time.title} (${eventTime})`;
    if (!("time" in time.dataset)) continue;
    const parts = [at.getHours(), String(at.getMinutes()).padStart(2, "0")];
    time.textContent = french ? (parts[1] === "00" ? `${parts[0]}\u00a0h` : parts.join("\u00a0h\u00a0")) : parts.join(":");
  }
}

function countdown() {
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const left = Math.max(0, Date.parse(clock.dataset.clock) - Date.now());
    const minutes = Math.floor(left / 60000);
    const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
    const words =
      days > 0 ? `${days} ${french ? "j" : "d"} ${hours} h` : hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
    const figure = document.createElement("b");
    figure.textContent = words.replaceAll(" ", "\u00a0");
    const until = document.createElement("span");
    until.textContent = clock.dataset.until;
    clock.replaceChildren(figure, " ", until);
  }
}

/** Fetches the page again and puts its live part in place; the focus and what was scrolled stay. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
  const shown = document.getElementById("live");
  if (!fresh || !shown || fresh.innerHTML === shown.dataset.html) return;
  const focused = shown.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  const html = fresh.innerHTML;
  shown.replaceWith(fresh);
  fresh.dataset.html = html;
  if (focused) fresh.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  ownTimes();
  if (!fresh.dataset.feed) follow(null);
}

let feed = null;
let timer = 0;
function follow(url) {
  feed?.close();
  feed = null;
  if (!url) return;
  let opened = false;
  const soon = () => {
    timer ||= setTimeout(() => {
      timer = 0;
      refresh().catch(() => {});
    }, 250);
  };
  feed = new EventSource(url);
  feed.addEventListener("change", soon);
  // After a broken connection something may have been missed; so it may between the page and its first connection.
  feed.addEventListener("open", () => {
    if (opened || performance.now() > 5000) soon();
    opened = true;
  });
}

document.addEventListener("DOMContentLoaded", () => {
  switches();
  ownTimes();
  countdown();
  setInterval(countdown, 20000);
  const live = () => document.getElementById("live")?.dataset.feed;
  follow(live());
  // A tab that nobody sees holds no connection: a browser has six for each server.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return follow(null);
    follow(live());
  });
});
