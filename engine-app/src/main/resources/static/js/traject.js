"use strict";
/* Comfort only: every page works without this file. */

// htmx sends the CSRF token as a header.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) event.detail.headers[token.dataset.header] = token.content;
});

// A form is sent once; going back in history makes it usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "get" || form.method === "dialog" || form.hasAttribute("hx-post")) return;
  if (event.submitter?.hasAttribute("formtarget")) return; // goes to a frame of the page, which stays
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  event.submitter?.setAttribute("aria-busy", "true");
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
});

// "/" goes to the search field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector('[aria-keyshortcuts="/"]');
  if (!search) return;
  event.preventDefault();
  search.focus();
});

// An open menu closes with Escape and with a click beside it.
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// A link to a page that asks for confirmation opens that question as a dialog, where the page has one.
document.addEventListener("click", (event) => {
  const opener = event.target.closest("a[data-dialog]");
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (!dialog || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  dialog.showModal();
});

// A file dropped beside the button of a file field counts too, and the field shows that it is filled.
for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const area = event.target.closest?.(".file-drop");
    if (!area) return;
    event.preventDefault();
    area.classList.toggle("dragging", type === "dragenter" || type === "dragover");
    if (type !== "drop" || event.dataTransfer.files.length === 0) return;
    const input = area.querySelector('input[type="file"]');
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
document.addEventListener("change", (event) => {
  const area = event.target.closest(".file-drop");
  if (area) area.classList.toggle("filled", event.target.files.length > 0);
  if (event.target.matches("select[data-submit]")) event.target.form.requestSubmit();
});

// Selection in a table: all at once, and how many.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form.bulk");
  if (!form || !event.target.closest(".select")) return;
  const boxes = [...form.querySelectorAll("td.select input")];
  const all = form.querySelector("[data-select-all]");
  if (event.target === all) for (const box of boxes) box.checked = all.checked;
  const chosen = boxes.filter((box) => box.checked).length;
  if (all) {
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  const count = form.querySelector("[data-selected]");
  if (!count) return;
  count.dataset.hint ??= count.textContent;
  count.textContent = chosen === 0 ? count.dataset.hint : `${count.dataset.text} ${chosen}`;
});

// What only makes sense with or without this file; and errors are met first.
function settle(root) {
  for (const part of root.querySelectorAll("[data-select-all], [data-insert], [data-place], [data-with-script]")) part.hidden = false;
  for (const button of root.querySelectorAll("[data-no-script]")) button.hidden = true;
  root.querySelector("[data-focus]")?.focus();
}
settle(document);
document.addEventListener("htmx:load", (event) => settle(event.detail.elt));

// The text of a form that was written in last.
let written;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("#template input[type=text], #template textarea, [data-merges]")) written = event.target;
});

// A field that narrows a table down to the rows with its words.
document.addEventListener("input", (event) => {
  const table = document.getElementById(event.target.dataset?.filter);
  if (!table) return;
  const words = event.target.value.toLowerCase().split(/\s+/);
  let group;
  for (const row of table.tBodies[0].rows) {
    if (row.hasAttribute("data-group")) {
      group = row;
      group.hidden = true;
      continue;
    }
    row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
    if (group && !row.hidden) group.hidden = false;
  }
});

// Goes to the line and the character of a text that a problem is about.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-place]");
  const text = button && document.getElementById(button.dataset.place);
  if (!text) return;
  const before = text.value.split("\n").slice(0, button.dataset.line - 1);
  const at = before.join("\n").length + (before.length > 0) + Number(button.dataset.column) - 1;
  text.focus();
  text.setSelectionRange(at, at);
  text.scrollTop = (text.scrollHeight * before.length) / text.value.split("\n").length - text.clientHeight / 2;
});

// A frame of the page shows what is typed, as its button does without this file.
document.addEventListener("htmx:load", () => {
  const button = document.querySelector("[data-frame-button]");
  button?.form.requestSubmit(button);
});

// A button puts its words into a text, where the cursor is.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-insert]");
  const text = button && (written?.isConnected ? written : document.getElementById(button.dataset.insertInto));
  if (!text) return;
  text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, "end");
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
});

// A part that refreshes itself stands still while somebody is at work in it, or looks elsewhere.
document.addEventListener("htmx:beforeRequest", (event) => {
  const part = event.target.closest("[data-calm]");
  if (!part || part !== event.target) return;
  const busy = document.hidden || document.querySelector("dialog[open]") || part.contains(document.activeElement);
  if (busy || part.querySelector("input:checked")) event.preventDefault();
});

// A field that says the same as another until it is changed itself.
document.addEventListener("input", (event) => {
  const own = event.target.closest("[data-follows]");
  if (own) {
    delete own.dataset.follows;
    return;
  }
  const follower = event.target.id && document.querySelector(`[data-follows="${CSS.escape(event.target.id)}"] input`);
  if (follower) follower.value = event.target.value;
});
