// The page around the terminal: its address, colours, clipboard, and what it says at the end.
//
// The terminal itself is that of textual-serve, whose script keeps it to itself. What it sends and
// hears goes through one WebSocket, which is caught here as it is made.
"use strict";

const NARROW = 600; // CSS pixels below which it is a phone
const RETRY = 1500; // milliseconds between two looks whether a lost server is back
const LEFT_WELL = 0;

const light = matchMedia("(prefers-color-scheme: light)");
const element = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
let socket = null;
let ended = false;

function address() {
  const parameters = new URLSearchParams(location.search);
  const view = {
    query: parameters.get("query") ?? "",
    record: parameters.get("record") ?? "",
    light: light.matches,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  const encoded = btoa(String.fromCharCode(...bytes));
  const name = encoded.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${location.protocol.replace("http", "ws")}//${location.host}/ws/${name}`;
}

function showPlace({ query, record, title }) {
  const parameters = new URLSearchParams();
  if (query) parameters.set("query", query);
  if (record) parameters.set("record", record);
  const text = parameters.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
  const corpus = document.body.dataset.corpus;
  document.title = [title, corpus, "dealtui"].filter(Boolean).join(" · ");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not a secure context, or not allowed: the reader copies.
    element("copied-text").value = text;
    element("copied").showModal();
    element("copied-text").select();
  }
}

function showEnd(title, text) {
  element("end-title").textContent = title;
  element("end-words").textContent = text;
  element("end").hidden = false;
  element("splash").hidden = true;
  element("again").focus();
}

function end({ code }) {
  ended = true;
  if (code === LEFT_WELL) {
    showEnd(words.left, words.kept);
  } else {
    showEnd(words.failed, words.code.replace("{code}", code));
  }
  document.body.dataset.end = String(code);
}

async function comeBack() {
  showEnd(words.lost, words.waiting);
  document.body.dataset.end = "lost";
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RETRY));
    try {
      if ((await fetch("/alive")).ok) {
        location.reload();
        return;
      }
    } catch {
      // Still gone.
    }
  }
}

const NativeSocket = window.WebSocket;
window.WebSocket = class extends NativeSocket {
  constructor(...given) {
    super(...given);
    socket = this;
    this.addEventListener("message", (event) => {
      if (typeof event.data !== "string") return;
      const [kind, data] = JSON.parse(event.data);
      if (kind === "place") showPlace(data);
      else if (kind === "copy") copy(data.text);
      else if (kind === "end") end(data);
    });
    this.addEventListener("close", () => {
      if (!ended) comeBack();
    });
  }
};

light.addEventListener("change", () => {
  if (socket?.readyState === NativeSocket.OPEN) {
    socket.send(JSON.stringify(["prefers", { light: light.matches }]));
  }
});
element("again").addEventListener("click", () => location.reload());

const terminal = element("terminal");
terminal.dataset.sessionWebsocketUrl = address();
terminal.dataset.fontSize = innerWidth < NARROW ? "13" : "15";

// Cells are measured once: the font must be there before.
const start = window.onload;
window.onload = async (event) => {
  await Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 15px "Roboto Mono"`)));
  start(event);
  document.querySelector(".xterm-helper-textarea")?.focus();
};
