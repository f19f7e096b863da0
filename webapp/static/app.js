"use strict";
/* Makes the pages quicker; every form and every link also works without it.

   a[data-dialog]      opens the linked page's <main> in a dialog; the form inside is sent
                       from there. A redirect closes the dialog and shows the notice of the
                       page it led to; any other answer (422) takes the form's place.
   [data-close]        inside such a dialog: closes it
   form[data-swap]     is answered with pieces of page, each replacing the piece with its id;
                       data-swap="next" then moves the focus to the next card
   [data-poll]         asks for this page again every 3 s until the piece is no longer there
   .card [data-key]    is pressed by that key while its card has the focus              */

const POLL_EVERY = 3000;
const POLL_AT_MOST = 100; // polling may not keep a forgotten session alive
let lastJudged = null; // the id of the card judged last, for "u"

const $ = (selector, inside = document) => inside.querySelector(selector);
const $$ = (selector, inside = document) => [...inside.querySelectorAll(selector)];

async function ask(url, options = {}) {
  const answer = await fetch(url, { ...options, headers: { "X-Fragment": "1" } });
  if (new URL(answer.url).pathname === "/inloggen" && location.pathname !== "/inloggen") {
    location.assign("/inloggen?terug=" + encodeURIComponent(location.pathname + location.search));
    throw new Error("signed out");
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { answer, page };
}

function send(form, submitter) {
  const fields = new FormData(form, submitter);
  const url = new URL(submitter?.formAction || form.action, location.href);
  if (form.method === "post") return ask(url, { method: "POST", body: fields });
  url.search = new URLSearchParams(fields);
  return ask(url);
}

function notify(...nodes) {
  $("#meldingen").replaceChildren(...nodes);
}

function complain(text) {
  const notice = document.createElement("p");
  notice.className = "notice error";
  notice.textContent = text;
  notify(notice);
}

// Focus survives a swap when the same id is there afterwards.
function keepingFocus(swap) {
  const id = document.activeElement?.id;
  swap();
  if (id && document.activeElement?.id !== id) document.getElementById(id)?.focus();
}

function swapMain(page) {
  keepingFocus(() => $("main").replaceChildren(...$("main", page).childNodes));
}

// One form is sent once, however often the button is pressed.
async function once(form, work) {
  if (form.ariaBusy === "true") return;
  form.ariaBusy = "true";
  try {
    await work();
  } catch (error) {
    if (error.message !== "signed out")
      complain("Geen verbinding. Wat u typte staat er nog. Probeer het zo weer.");
  } finally {
    form.ariaBusy = "false";
  }
}

/* Dialogs */

function fillDialog(dialog, page) {
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet small close";
  close.dataset.close = "";
  close.textContent = "Sluiten";
  const content = $("main", page);
  $$(".crumbs", content).forEach((crumbs) => crumbs.remove());
  dialog.replaceChildren(close, ...$("#meldingen", page).childNodes, ...content.childNodes);
  dialog.setAttribute("aria-label", $("h1", dialog)?.textContent ?? "");
  $("[aria-invalid], [autofocus], input:not([type=hidden]), select, textarea", dialog)?.focus();
}

async function openDialog(link) {
  let loaded;
  try {
    loaded = await ask(link.href);
  } catch {
    location.assign(link.href);
    return;
  }
  const dialog = document.createElement("dialog");
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
  fillDialog(dialog, loaded.page);
}

async function sendFromDialog(dialog, form, submitter) {
  const { answer, page } = await send(form, submitter);
  if (!answer.ok || !answer.redirected) {
    fillDialog(dialog, page);
    return;
  }
  dialog.close();
  notify(...$("#meldingen", page).childNodes);
  if (new URL(answer.url).pathname === location.pathname) swapMain(page);
}

/* Pieces of page */

const cards = () => $$("[data-keys] .card");
const waitingCards = () => cards().filter((card) => !card.matches(".folded"));

async function swapPieces(form, submitter) {
  const card = form.closest(".card");
  const { answer, page } = await send(form, submitter);
  if (!answer.ok || answer.redirected) {
    location.reload();
    return;
  }
  const all = cards();
  const next = all.slice(all.indexOf(card) + 1).find((one) => !one.matches(".folded"));
  for (const piece of $$("body > [id]", page)) document.getElementById(piece.id)?.replaceWith(piece);
  notify(...$$("body > .notice", page));
  if (!card) return;
  const moves = form.dataset.swap === "next";
  if (moves) lastJudged = card.id;
  const goal = (moves && (next ?? waitingCards().at(-1))) || document.getElementById(card.id);
  goal?.focus();
  goal?.scrollIntoView({ block: "nearest" });
}

async function poll(times) {
  const waiting = $("[data-poll]");
  if (!waiting || times > POLL_AT_MOST) return;
  if (!document.hidden) {
    try {
      const { answer, page } = await ask(location.href);
      if (answer.ok && !$("[data-poll]", page)) swapMain(page);
    } catch {
      // the next round asks again
    }
  }
  setTimeout(poll, POLL_EVERY, times + 1);
}

/* Keys */

const keysAreOn = () => localStorage.getItem("toetsen") !== "uit";

function move(card, step) {
  const all = cards();
  const goal = card ? all[all.indexOf(card) + step] : all[0];
  goal?.focus();
  goal?.scrollIntoView({ block: "nearest" });
}

function press(card, key) {
  const own = card && $$(`[data-key="${CSS.escape(key)}"]`, card);
  const pressed = own?.find((one) => one.checkVisibility());
  const earlier = key === "u" && lastJudged && $(`#${CSS.escape(lastJudged)} [data-key="u"]`);
  const goal = pressed || earlier;
  if (goal?.matches("details")) {
    goal.open = !goal.open;
    $("summary", goal).focus();
  } else goal?.click();
  return Boolean(goal);
}

function onKey(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.target.closest?.("form")?.requestSubmit();
    return;
  }
  if (!$("[data-keys]") || !keysAreOn() || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, select, textarea, dialog")) return;
  const card = document.activeElement.closest("[data-keys] .card");
  const nowhere = document.activeElement === document.body;
  if (event.key === "Escape" && card) {
    $$("details[open]", card).forEach((details) => (details.open = false));
    card.focus();
  } else if ((event.key === "j" || event.key === "k") && (card || nowhere)) {
    move(card, event.key === "j" ? 1 : -1);
  } else if (event.key === "?" && $("#toetsen") && (card || nowhere)) {
    $("#toetsen").open = !$("#toetsen").open;
    $("#toetsen").scrollIntoView({ block: "nearest" });
  } else if (!card || !press(card, event.key)) return;
  event.preventDefault();
}

function showKeySwitch() {
  const box = $("#toetsen-aan");
  if (!box) return;
  box.checked = keysAreOn();
  box.closest("[hidden]")?.removeAttribute("hidden");
}

/* What listens */

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  const dialog = event.target.closest("dialog");
  if (event.target.closest("[data-close]") && dialog) dialog.close();
  else if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  else openDialog(link);
  event.preventDefault();
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  const dialog = form.closest("dialog");
  if (!dialog && !form.matches("[data-swap]")) return;
  event.preventDefault();
  const work = dialog ? sendFromDialog.bind(null, dialog) : swapPieces;
  once(form, () => work(form, event.submitter));
});
document.addEventListener("change", (event) => {
  if (event.target.id === "toetsen-aan")
    localStorage.setItem("toetsen", event.target.checked ? "aan" : "uit");
});
document.addEventListener("keydown", onKey);
showKeySwitch();
setTimeout(poll, POLL_EVERY, 0);
