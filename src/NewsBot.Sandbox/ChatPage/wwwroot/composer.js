import { getCommands } from './control.js';
import { byId, make } from './elements.js';

const box = byId('composer-text');
const list = byId('suggestions');
let commands = [];
let offered = [];
let chosen = 0;

// The message box: Enter sends, Shift+Enter breaks the line, a slash offers the bot's commands.
export function startComposer(send, sendFile) {
  byId('attach').addEventListener('change', async event => {
    const [file] = event.target.files;
    if (file) await sendFile({ name: file.name, text: await file.text() });
    event.target.value = '';
  });
  byId('composer').addEventListener('submit', event => {
    event.preventDefault();
    submit(send);
  });
  box.addEventListener('input', suggest);
  box.addEventListener('keydown', event => keyPressed(event, send));
}

export async function loadCommands(chat, person) {
  commands = chat && person ? await getCommands(chat.id, person.id) : [];
  suggest();
}

export function setHint(text, isClosed) {
  box.placeholder = text;
  box.disabled = isClosed;
  byId('composer').querySelector('[type=submit]').disabled = isClosed;
}

export function putText(text) {
  box.value = text;
  box.focus();
  suggest();
}

function submit(send) {
  const text = box.value.trim();
  if (!text || box.disabled) return;
  box.value = '';
  hide();
  send(text);
}

function keyPressed(event, send) {
  if (!list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    chosen = (chosen + (event.key === 'ArrowDown' ? 1 : offered.length - 1)) % offered.length;
    draw();
  } else if (!list.hidden && event.key === 'Tab' && !event.shiftKey) {
    event.preventDefault();
    take(offered[chosen]);
  } else if (event.key === 'Escape') {
    hide();
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit(send);
  }
}

function suggest() {
  const typed = /^\/([a-z0-9_]*)$/i.exec(box.value);
  offered = typed ? commands.filter(command => command.command.startsWith(typed[1].toLowerCase())) : [];
  chosen = 0;
  draw();
}

function draw() {
  list.hidden = offered.length === 0;
  list.replaceChildren(...offered.map((command, index) => make('li', {
    role: 'option', id: `suggestion-${index}`, 'aria-selected': index === chosen ? 'true' : 'false', 'data-testid': 'suggestion',
    onmousedown: event => { event.preventDefault(); take(command); },
  }, make('strong', {}, `/${command.command}`), make('span', {}, command.description))));
  if (list.hidden) box.removeAttribute('aria-activedescendant');
  else box.setAttribute('aria-activedescendant', `suggestion-${chosen}`);
}

function take(command) {
  box.value = `/${command.command} `;
  hide();
  box.focus();
}

function hide() {
  offered = [];
  draw();
}
