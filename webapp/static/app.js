"use strict";
/* Makes the pages quicker; every form and every link also works without it.

   a[data-dialog]    opens the linked page's <main> in a dialog and sends its form from there;
                     a redirect closes the dialog and shows the notice of the page it led to,
                     any other answer (422) takes the form's place
   [data-close]      inside a dialog: closes it
   form[data-swap]   is answered with pieces of page, each replacing the piece with its id;
                     data-swap="next" then moves the focus to the next card
   [data-poll]       asks for this page again every 3 s until the piece is no longer there, and
                     then shows what it names, as data-poll="#stand", or the whole page anew
   .card [data-key]  inside [data-keys]: pressed by that key while its card has the focus */

const POLL_EVERY = 3000, POLL_AT_MOST = 100;
const BACKGROUND = { headers: { "X-Poll": "1" } }; // keeps no forgotten session alive, is no new look
let lastJudged = null; // the card judged last, for "u"

const $ = (selector, inside = document) => inside.querySelector(selector);
const $$ = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
async function ask(url, options = {}) {
  const answer = await fetch(url, { ...options, headers: { "X-Fragment": "1", ...options.headers } });
  if (new URL(answer.url).pathname === "/inloggen") {
    location.assign("/inloggen?terug=" + encodeURIComponent(location.pathname + location.search));
    return new Promise(() => {}); // the page is leaving
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { answer, page };
}

function send(form, submitter) {
  const fields = new FormData(form, submitter);
  const url = new URL(form.action);
  if (form.method === "post") return ask(url, { method: "POST", body: fields });
  url.search = new URLSearchParams(fields);
  return ask(url);
}

const notify = (...nodes) => $("#meldingen").replaceChildren(...nodes);

// Focus survives when the same id is there afterwards.
function swapInside(page, selector) {
  const id = document.activeElement?.id;
  $(selector).replaceChildren(...$(selector, page).childNodes);
  if (id) byId(id)?.focus();
}

function focus(card) {
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

// One form is sent once, however often the button is pressed.
async function once(form, work) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await work();
  } catch {
    const notice = document.createElement("p");
    notice.className = "notice error";
    notice.textContent = "Geen verbinding. Wat je typte staat er nog. Probeer het zo weer.";
    form.closest("dialog") ? form.prepend(notice) : notify(notice);
  } finally {
    form.ariaBusy = "false";
  }
}

/* Dialogs */

const FIRST_FIELD =
  "[aria-invalid], input:not([type=hidden], [type=radio]:not(:checked)), select, textarea";

function fillDialog(dialog, { answer, page }) {
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "quiet small close", textContent: "Sluiten" });
  close.dataset.close = "";
  const content = $("main", page);
  $$(".crumbs", content).forEach((crumbs) => crumbs.remove());
  dialog.replaceChildren(close, ...$("#meldingen", page).childNodes, ...content.childNodes);
  // a form without an address of its own is sent to the page it came from
  for (const form of $$("form:not([action])", dialog)) form.action = answer.url;
  dialog.setAttribute("aria-label", $("h1", dialog)?.textContent ?? "");
  ($("[aria-invalid]", dialog) ?? $(FIRST_FIELD, dialog))?.focus();
}

async function openDialog(link) {
  const loaded = await ask(link.href).catch(() => location.assign(link.href));
  if (!loaded) return;
  const dialog = document.createElement("dialog");
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  fillDialog(dialog, loaded);
}

async function sendFromDialog(form, submitter) {
  const dialog = form.closest("dialog");
  const sent = await send(form, submitter);
  if (!sent.answer.ok || !sent.answer.redirected) return fillDialog(dialog, sent);
  dialog.close();
  // a list with folded cards stays as it is; any other page shows what is new
  if (!$("[data-keys]")) await refresh();
  notify(...$("#meldingen", sent.page).childNodes); // last: what it speaks of is there to be used
}

// What was sent is kept, also when the page cannot be shown anew.
async function refresh() {
  const fresh = await ask(location.href, BACKGROUND).catch(() => null);
  if (fresh?.answer.ok) swapInside(fresh.page, "main");
}

/* Pieces of page */

async function swapPieces(form, submitter) {
  const card = form.closest(".card");
  const { answer, page } = await send(form, submitter);
  if (!answer.ok || answer.redirected) return location.reload();
  const after = $$(".card:not(.folded)").filter(
    (one) => card && card.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  for (const piece of $$("body > [id]", page)) byId(piece.id)?.replaceWith(piece);
  const moves = form.dataset.swap === "next";
  if (moves) lastJudged = card?.id;
  focus((moves && after[0]) || byId(card?.id));
}

async function poll(times) {
  const selector = $("[data-poll]")?.dataset.poll;
  if (selector === undefined || times > POLL_AT_MOST) return;
  if (!document.hidden) {
    const asked = await ask(location.href, BACKGROUND).catch(() => null); // the next round asks again
    if (asked?.answer.redirected) return location.assign(asked.answer.url);
    if (asked?.answer.ok && !$("[data-poll]", asked.page)) swapInside(asked.page, selector || "main");
  }
  setTimeout(poll, POLL_EVERY, times + 1);
}

/* Keys */

const keysAreOn = () => localStorage.getItem("toetsen") !== "uit";

function move(card, step) {
  const all = $$("[data-keys] .card");
  focus(card ? all[all.indexOf(card) + step] : all[0]);
}

function press(card, key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const own = card && $$(selector, card).find((one) => one.checkVisibility());
  const goal = own || (key === "u" && lastJudged && $(selector, byId(lastJudged)));
  if (!goal) return false;
  if (goal.matches("details")) {
    goal.open = !goal.open;
    $("summary", goal).focus();
  } else goal.click();
  return true;
}

function showKeys(list) {
  list.open = !list.open;
  list.scrollIntoView({ block: "nearest" });
}

const closeInside = (card) => $$("details[open]", card).forEach((one) => (one.open = false));

function onKey(event) {
  const inForm = event.target.closest?.("input, select, textarea, dialog");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
    return event.target.closest?.("form")?.requestSubmit();
  if (inForm || event.ctrlKey || event.metaKey || event.altKey || !$("[data-keys]")) return;
  const card = document.activeElement.closest("[data-keys] .card");
  if (!keysAreOn() || (!card && document.activeElement !== document.body)) return;
  if (event.key === "j" || event.key === "k") move(card, event.key === "j" ? 1 : -1);
  else if (event.key === "?") showKeys(byId("toetsen"));
  else if (event.key === "Escape" && card) closeInside(card), card.focus();
  else if (!card || !press(card, event.key)) return;
  event.preventDefault();
}

/* What listens */

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  const dialog = event.target.closest("dialog");
  if (dialog && event.target.closest("[data-close], .actions a.quiet")) dialog.close();
  else if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  else openDialog(link);
  event.preventDefault();
});
document.addEventListener("submit", (event) => {
  const inDialog = event.target.closest("dialog");
  if (!inDialog && !event.target.matches("[data-swap]")) return;
  event.preventDefault();
  once(event.target, () => (inDialog ? sendFromDialog : swapPieces)(event.target, event.submitter));
});
document.addEventListener("change", ({ target }) => {
  if (target.id === "toetsen-aan") localStorage.setItem("toetsen", target.checked ? "aan" : "uit");
});
document.addEventListener("keydown", onKey);
if (byId("toetsen-aan")) {
  byId("toetsen-aan").checked = keysAreOn();
  byId("toetsen-aan").closest("[hidden]").hidden = false;
}
setTimeout(poll, POLL_EVERY, 0);
