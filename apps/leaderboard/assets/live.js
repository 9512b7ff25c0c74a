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

/** A printed code stands behind the #, which no browser sends: it goes into the form, and out of the address. */
function join() {
  const form = document.querySelector("[data-join]");
  const code = location.hash.slice(1);
  if (!form || !/^[\w-]{6,100}$/.test(code)) return;
  history.replaceState(null, "", location.pathname);
  form.elements.namedItem("code").value = code;
  form.requestSubmit();
}

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
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  document.querySelector("[data-focus]")?.focus();
}

/** Pressed twice is sent once: what the first answer says, codes above all, would be lost to the second. */
function once() {
  document.addEventListener("submit", (event) => {
    const { dataset, method } = event.target;
    if (event.defaultPrevented || method !== "post") return;
    if (dataset.sent) return event.preventDefault();
    dataset.sent = "1";
    setTimeout(() => delete dataset.sent, 5000);
  });
}

/** Times of another zone become the visitor's own; the event's stays in the title. */
function ownTimes() {
  const { zone, eventTime } = document.body.dataset;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.cookie = `vigie-zone=${own}; path=/; max-age=31536000; samesite=lax`;
  if (!zone || own === zone) return;
  for (const time of document.querySelectorAll("time:not([data-own])")) {
    const at = new Date(time.dateTime);
    time.dataset.own = "";
    time.title = `${time.title} (${eventTime})`;
    if (!("time" in time.dataset)) continue;
    const parts = [at.getHours(), String(at.getMinutes()).padStart(2, "0")];
    time.textContent = french ? (parts[1] === "00" ? `${parts[0]}\u00a0h` : parts.join("\u00a0h\u00a0")) : parts.join(":");
  }
}

/** How far the visitor's clock is from the event's: the page's own word where it was made for this request, else the feed's. */
let behind = 0;
function eventTime(now) {
  behind = now - Date.now();
  countdown();
}

function countdown() {
  for (const clock of document.querySelectorAll("[data-clock]")) {
    const left = Math.max(0, Date.parse(clock.dataset.clock) - Date.now() - behind);
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
  const active = shown.contains(document.activeElement) ? document.activeElement : null;
  if (active?.matches("select")) return;
  const html = fresh.innerHTML;
  for (const typed of shown.querySelectorAll("input:checked, select")) {
    const same = fresh.querySelector(`#${CSS.escape(typed.id)}`);
    if (same) Object.assign(same, typed.matches("select") ? { value: typed.value } : { checked: true });
  }
  shown.replaceWith(fresh);
  fresh.dataset.html = html;
  const [href, id] = [active?.getAttribute("href"), active?.id];
  const again = href ? `[href="${CSS.escape(href)}"]` : id ? `#${CSS.escape(id)}` : null;
  if (again) fresh.querySelector(again)?.focus({ preventScroll: true });
  ownTimes();
  countdown();
  if (!fresh.dataset.feed) follow(null);
}

/** What is the visitor's own in a row that came for everybody: the lamp's colour, and the way to the run. */
function ownRow({ own, you, links }, row) {
  const mine = row.dataset.row === own;
  const name = row.querySelector(".b-team > span, b");
  if (links && (mine || !own) && row.matches(".b-row")) {
    const link = document.createElement("a");
    link.href = links + row.dataset.row;
    link.append(name.firstChild);
    name.prepend(link);
  }
  if (!mine) return;
  row.classList.add("you");
  row.id = "mine";
  const tag = document.createElement("span");
  tag.className = "youtag";
  tag.textContent = you;
  name.append(tag);
}

/** Moves the dashed line to the own score: its row's, where it is on the page, on the axis as it is now. */
function ownLine(shown) {
  const dot = shown.querySelector("#mine .vg-dot");
  const x = dot ? dot.getAttribute("cx") : `${(100 * shown.dataset.score) / shown.dataset.axis}%`;
  for (const end of ["x1", "x2"]) document.getElementById("vg-mine")?.setAttribute(end, x);
}

/** Fetches what changed on a board's page since the version it shows; rows that stayed are taken from the page. */
async function refreshRows(shown, since) {
  const url = new URL(shown.dataset.rows, location.href);
  if (since) url.searchParams.set("since", since);
  const answer = await fetch(url);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("live");
  if (!fresh || fresh.dataset.version === shown.dataset.version) return;
  if (since && shown.dataset.version !== since) return refreshRows(shown, shown.dataset.version);
  const there = new Map([...shown.querySelectorAll("[data-row]")].map((row) => [row.dataset.row, row]));
  const stayed = [...fresh.querySelectorAll("[data-rank]")];
  if (since && !stayed.every((empty) => there.has(empty.dataset.row))) return refreshRows(shown, "");
  const focused = document.activeElement;
  const href = shown.contains(focused) ? focused.getAttribute("href") : null;
  for (const row of fresh.querySelectorAll("[data-row]:not([data-rank])")) ownRow(shown.dataset, row);
  for (const empty of stayed) {
    const row = there.get(empty.dataset.row);
    const rank = row.querySelector(".b-rank");
    if (rank) rank.textContent = empty.dataset.rank;
    empty.replaceWith(row);
  }
  for (const part of fresh.querySelectorAll("[data-part]"))
    shown.querySelector(`[data-part="${part.dataset.part}"]`).replaceChildren(...part.childNodes);
  Object.assign(shown.dataset, { version: fresh.dataset.version, axis: fresh.dataset.axis });
  ownLine(shown);
  const again = focused.isConnected ? focused : href && shown.querySelector(`[href="${CSS.escape(href)}"]`);
  if (href) again?.focus({ preventScroll: true });
  ownTimes();
}

/** Fetches are spread over this long, so that a room of boards does not ask at once; a busy board asks no more often. */
const SPREAD_MS = 2000;
let feed = null;
let timer = 0;
function follow(url) {
  feed?.close();
  feed = null;
  if (!url) return;
  let opened = false;
  const soon = () => {
    timer ||= setTimeout(
      () => {
        timer = 0;
        const shown = document.getElementById("live");
        const renewed = shown?.dataset.rows ? refreshRows(shown, shown.dataset.version) : refresh();
        renewed.catch(() => {});
      },
      200 + Math.random() * SPREAD_MS,
    );
  };
  feed = new EventSource(url);
  feed.addEventListener("time", ({ data }) => eventTime(JSON.parse(data).now));
  feed.addEventListener("change", ({ data }) => {
    const { version, teams } = JSON.parse(data);
    const { version: shown, team } = document.getElementById("live")?.dataset ?? {};
    if (shown ? shown !== version : !team || !teams || teams.includes(team)) soon();
  });
  feed.addEventListener("news", ({ data }) => {
    const words = JSON.parse(data);
    const text = words[french ? "fr" : "en"] ?? words.en ?? words.fr;
    const banner = document.createElement("p");
    const line = document.createElement("span");
    banner.className = "banner news";
    line.className = "wrap";
    line.textContent = text ?? "";
    banner.append(line);
    document.querySelector("[data-news]")?.replaceChildren(...(text ? [banner] : []));
  });
  // After a broken connection something may have been missed; so it may between the page and its first connection.
  feed.addEventListener("open", () => {
    if (opened || performance.now() > 5000) soon();
    opened = true;
  });
}

/** A part that changes with time asks again by itself, as often as it says. */
function askAgain() {
  const every = Number(document.getElementById("live")?.dataset.every ?? 0);
  setTimeout(
    () => {
      if (!document.hidden && document.getElementById("live")?.dataset.every) refresh().catch(() => {});
      askAgain();
    },
    (every || 30) * 1000,
  );
}

document.addEventListener("DOMContentLoaded", () => {
  switches();
  once();
  join();
  askAgain();
  ownTimes();
  const { now } = document.body.dataset;
  if (now) behind = now - Date.now();
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
